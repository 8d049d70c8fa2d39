import { useRef } from 'react';
import { pageTexts } from '../../i18n/page';
import { useTranslate } from '../../i18n/translate';
import { ExperimentPanel } from '../panels/ExperimentPanel';

/** The settings on a narrow screen: a sheet over the page. */
export function Sheet() {
  const t = useTranslate();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        className="button"
        data-place="settings"
        onClick={() => dialog.current?.showModal()}
      >
        {t(pageTexts.settings)}
      </button>
      <dialog ref={dialog} className="sheet" aria-label={t(pageTexts.settings)}>
        <div className="sheet-header">
          <h2>{t(pageTexts.settings)}</h2>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {t(pageTexts.close)}
          </button>
        </div>
        <ExperimentPanel />
      </dialog>
    </>
  );
}
