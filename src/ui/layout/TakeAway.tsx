import { lazy, useRef, useState } from 'react';
import { exchangeTexts as texts } from '../../i18n/exchange';
import { pageTexts } from '../../i18n/page';
import { useTranslate } from '../../i18n/translate';
import { LoadedPart } from './LoadedPart';

const Exchange = lazy(() => import('../exchange').then((module) => ({ default: module.Exchange })));

/** Opens the dialog of what can be taken away: a page to embed, the run, code. */
export function TakeAway() {
  const t = useTranslate();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);

  function open() {
    setOpen(true);
    dialog.current?.showModal();
  }

  return (
    <>
      <button type="button" className="button" onClick={open}>
        {t(pageTexts.export)}
      </button>
      <dialog
        ref={dialog}
        className="sheet exchange-dialog"
        aria-label={t(texts.title)}
        onClose={() => setOpen(false)}
      >
        <div className="sheet-header">
          <h2>{t(texts.title)}</h2>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {t(pageTexts.close)}
          </button>
        </div>
        {isOpen && (
          <LoadedPart>
            <Exchange />
          </LoadedPart>
        )}
      </dialog>
    </>
  );
}
