import { useRef, useState } from 'react';
import { pageTexts } from '../../i18n/page';
import { useTranslate } from '../../i18n/translate';

interface CopyLinkProps {
  /** What the button says. */
  readonly name: string;
  readonly className: string;
  /** The link as it is when the button is pressed. */
  link(): string;
}

/** How long 'copied' is said, in milliseconds. */
const saidFor = 4000;

/** Copies a link and says so; without a clipboard it shows the link to be copied. */
export function CopyLink({ name, className, link }: CopyLinkProps) {
  const t = useTranslate();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isCopied, setCopied] = useState(false);
  const [shown, setShown] = useState('');

  async function copy() {
    const text = link();
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), saidFor);
    } catch {
      setShown(text);
      dialog.current?.showModal();
    }
  }

  return (
    <div className="share">
      <button type="button" className={className} onClick={() => void copy()}>
        {name}
      </button>
      <span role="status" className={isCopied ? 'copied' : ''}>
        {isCopied && t(pageTexts.copied)}
      </span>
      <dialog ref={dialog} className="link-dialog" aria-label={t(pageTexts.copyThis)}>
        <label>
          {t(pageTexts.copyThis)}
          <input type="text" readOnly value={shown} onFocus={(event) => event.target.select()} />
        </label>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {t(pageTexts.close)}
        </button>
      </dialog>
    </div>
  );
}
