import { useState } from 'react';
import { dataTexts as texts } from '../../i18n/data';
import { useTranslate } from '../../i18n/translate';
import { FileChoice } from './FileChoice';
import './data.css';

interface FileOrPasteProps {
  readonly accept: string;
  readonly isMultiple?: boolean;
  /** Takes what was chosen, or what was pasted as a file without a folder. */
  onFiles(files: readonly File[]): void;
}

/** Chooses files, or takes text that is pasted. */
export function FileOrPaste({ accept, isMultiple = false, onFiles }: FileOrPasteProps) {
  const t = useTranslate();
  const [pasted, paste] = useState('');
  return (
    <>
      <FileChoice label={t(texts.choose)} {...{ accept, isMultiple, onFiles }} />
      <details className="paste">
        <summary>{t(texts.paste)}</summary>
        <textarea
          aria-label={t(texts.paste)}
          rows={5}
          value={pasted}
          onChange={({ currentTarget }) => paste(currentTarget.value)}
        />
        <button
          type="button"
          className="button"
          disabled={pasted.trim() === ''}
          onClick={() => onFiles([new File([pasted], 'pasted.csv')])}
        >
          {t(texts.readPasted)}
        </button>
      </details>
    </>
  );
}
