import { useStore } from 'zustand';
import { pageTexts } from '../../i18n/page';
import { useTranslate } from '../../i18n/translate';
import { offline, update } from '../../state/page/offline';

/** Says that a newer version of the page is there, or a part of this one missing, and opens it anew when asked. */
export function UpdateReady() {
  const t = useTranslate();
  const reason = useStore(offline, (state) => state.reload);
  return (
    <div role="status" className="update-place">
      {reason !== null && (
        <p className="update-ready">
          {t(reason === 'newer' ? pageTexts.updateReady : pageTexts.partMissing)}
          <button type="button" className="button" onClick={update}>
            {t(pageTexts.reload)}
          </button>
        </p>
      )}
    </div>
  );
}
