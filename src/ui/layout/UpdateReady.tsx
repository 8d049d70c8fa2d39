import { useStore } from 'zustand';
import { pageTexts } from '../../i18n/page';
import { useTranslate } from '../../i18n/translate';
import { offline, update } from '../../state/offline';

/** Says that a newer version of the page is there, and opens it when asked. */
export function UpdateReady() {
  const t = useTranslate();
  const isReady = useStore(offline, (state) => state.isUpdateReady);
  return (
    <div role="status" className="update-place">
      {isReady && (
        <p className="update-ready">
          {t(pageTexts.updateReady)}
          <button type="button" className="button" onClick={update}>
            {t(pageTexts.reload)}
          </button>
        </p>
      )}
    </div>
  );
}
