import { lazy, useEffect, useRef, useState } from 'react';
import { helpTexts as texts } from '../../i18n/help';
import { pageTexts } from '../../i18n/page';
import { useTranslate } from '../../i18n/translate';
import { useApp, usePreferences } from '../../state/hooks';
import { open, openPart } from '../../state/run/actions';
import { prefer } from '../../state/store/preferences';
import { LoadedPart } from './LoadedPart';
import { shortcutOf } from './shortcuts';
import './help.css';

const AboutRun = lazy(() =>
  import('../exchange/AboutRun').then((module) => ({ default: module.AboutRun })),
);

const keys = [
  ['Space', texts.runOrPause],
  ['→', texts.step],
  ['R', texts.reset],
  ['P', texts.replay],
  ['B', texts.pin],
  ['?', texts.help],
] as const;

/** Help: what is shown, the keys and whether they are on, a look for the wall of a lecture hall, and what to say of a fault. */
export function Help() {
  const t = useTranslate();
  const dialog = useRef<HTMLDialogElement>(null);
  const hasShortcuts = usePreferences((state) => state.hasShortcuts);
  const isProjected = usePreferences((state) => state.isProjected);
  const [isOpen, setOpen] = useState(false);
  const isTraining = useApp(({ view }) => view === 'training');
  const show = () => {
    setOpen(true);
    dialog.current?.showModal();
  };

  useEffect(() => {
    if (!hasShortcuts) return;
    const take = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event);
      if (!shortcut || (shortcut !== 'help' && !isTraining)) return;
      event.preventDefault();
      if (shortcut === 'help') {
        setOpen(true);
        dialog.current?.showModal();
      } else shortcut();
    };
    addEventListener('keydown', take);
    return () => removeEventListener('keydown', take);
  }, [hasShortcuts, isTraining]);
  return (
    <>
      <button
        type="button"
        className="button square"
        aria-label={t(texts.help)}
        title={t(texts.help)}
        onClick={show}
      >
        ?
      </button>
      <dialog
        ref={dialog}
        className="sheet exchange-dialog"
        aria-label={t(texts.help)}
        onClose={() => setOpen(false)}
      >
        <div className="sheet-header">
          <h2>{t(texts.help)}</h2>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {t(pageTexts.close)}
          </button>
        </div>
        <Shown onLeave={() => dialog.current?.close()} />
        <h3>{t(texts.keys)}</h3>
        <dl className="shortcut-list">
          {keys.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key === 'Space' ? t(texts.space) : key}</kbd>
              </dt>
              <dd>{t(does)}</dd>
            </div>
          ))}
        </dl>
        <label className="help-switch">
          <input
            type="checkbox"
            checked={hasShortcuts}
            onChange={() => prefer({ hasShortcuts: !hasShortcuts })}
          />
          {t(texts.keysOn)}
        </label>
        <h3>{t(texts.look)}</h3>
        <label className="help-switch">
          <input
            type="checkbox"
            checked={isProjected}
            onChange={() => prefer({ isProjected: !isProjected })}
          />
          {t(texts.projector)}
        </label>
        {isOpen && (
          <LoadedPart>
            <AboutRun />
          </LoadedPart>
        )}
        <a className="help-licenses" href="licenses.md" target="_blank" rel="noopener">
          {t(texts.licenses)}
        </a>
      </dialog>
    </>
  );
}

/** What the page shows, in a few sentences, and the ways to hear more. */
function Shown({ onLeave }: { onLeave(): void }) {
  const t = useTranslate();
  return (
    <>
      <h3>{t(texts.shown)}</h3>
      <ul className="help-shown">
        <li>{t(texts.network)}</li>
        <li>
          {t(texts.scale)}
          <span className="help-scale" aria-hidden="true" />
        </li>
        <li>{t(texts.theory)}</li>
        <li>{t(texts.live)}</li>
      </ul>
      <div className="help-ways">
        <button
          type="button"
          className="button"
          onClick={() => {
            onLeave();
            prefer({ hintsPassed: 0 });
            open('training');
          }}
        >
          {t(texts.hintsAgain)}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            onLeave();
            openPart('lessons');
            open('learn');
          }}
        >
          {t(texts.lessons)}
        </button>
      </div>
    </>
  );
}
