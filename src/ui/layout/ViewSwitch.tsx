import { pageTexts } from '../../i18n/page';
import { useTranslate } from '../../i18n/translate';
import { useApp } from '../../state/hooks';
import { open } from '../../state/run/actions';
import { type View, views } from '../../state/store/app';

/** The views of the page. */
export function ViewSwitch() {
  const t = useTranslate();
  const shown = useApp((state) => state.view);
  return (
    <nav className="view-switch" aria-label={t(pageTexts.views)}>
      {views.map((view: View) => (
        <button
          key={view}
          type="button"
          aria-current={view === shown ? 'page' : undefined}
          onClick={() => open(view)}
        >
          {t(pageTexts[view])}
        </button>
      ))}
    </nav>
  );
}
