import { useRef, useState } from 'react';
import { pageTexts } from '../../i18n/page';
import { useTranslate } from '../../i18n/translate';
import { shareLink } from '../../state/location';

/** How long 'copied' is said, in milliseconds. */
const saidFor = 4000;

/** Copies the link to the experiment and says so; without a clipboard it shows the link to be copied. */
export function Share() {
  const t = useTranslate();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isCopied, setCopied] = useState(false);
  const [link, setLink] = useState('');

  async function share() {
    const text = shareLink();
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), saidFor);
    } catch {
      setLink(text);
      dialog.current?.showModal();
    }
  }

  return (
    <div className="share">
      <button type="button" className="button primary" onClick={() => void share()}>
        {t(pageTexts.share)}
      </button>
      <span role="status" className={isCopied ? 'copied' : ''}>
        {isCopied && t(pageTexts.copied)}
      </span>
      <dialog ref={dialog} className="link-dialog" aria-label={t(pageTexts.copyThis)}>
        <label>
          {t(pageTexts.copyThis)}
          <input type="text" readOnly value={link} onFocus={(event) => event.target.select()} />
        </label>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {t(pageTexts.close)}
        </button>
      </dialog>
    </div>
  );
}
