import { useId, useState } from 'react';
import type { Language } from '../../base/localized';
import { exchangeTexts as texts } from '../../i18n/exchange';
import { useTranslate } from '../../i18n/translate';

interface CopyTextProps {
  readonly label: string;
  readonly text: string;
  readonly rows: number;
  /** The language of the text, where it is not that of the page. */
  readonly lang?: Language;
}

/** A text to be taken: it can be selected, and a button copies it. */
export function CopyText({ label, text, rows, lang }: CopyTextProps) {
  const t = useTranslate();
  const id = useId();
  const [said, say] = useState<'copied' | 'select' | null>(null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      say('copied');
    } catch {
      say('select');
    }
  }

  return (
    <div className="copy-text">
      <div className="copy-header">
        <label htmlFor={id}>{label}</label>
        <span role="status">{said && t(texts[said])}</span>
        <button
          type="button"
          className="button"
          aria-label={`${t(texts.copy)}: ${label}`}
          onClick={() => void copy()}
        >
          {t(texts.copy)}
        </button>
      </div>
      <textarea
        id={id}
        lang={lang}
        readOnly
        spellCheck={false}
        rows={rows}
        value={text}
        onFocus={(event) => event.target.select()}
      />
    </div>
  );
}
