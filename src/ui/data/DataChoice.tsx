import { useState } from 'react';
import { dataProblemTexts as problems, dataTexts as texts } from '../../i18n/data';
import { formatCount } from '../../i18n/numbers';
import { useTranslate } from '../../i18n/translate';
import { useOwnData } from '../../state/hooks';
import { openFile } from '../../state/ownData';
import { Columns } from './Columns';
import './data.css';

/** Chooses a file, or takes what is pasted, and then its columns. */
export function DataChoice() {
  const t = useTranslate();
  const { file, problem, isReading, expected } = useOwnData((state) => state);
  const [pasted, paste] = useState('');
  return (
    <div className="exchange data-choice">
      <p className="quiet">{t(texts.about)}</p>
      {expected && <p>{t(texts.expected, { name: expected.name })}</p>}
      <label className="file-choice">
        {t(texts.choose)}
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            if (chosen) void openFile(chosen.name, chosen);
          }}
        />
      </label>
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
          onClick={() => void openFile(t(texts.pasted), new Blob([pasted]))}
        >
          {t(texts.readPasted)}
        </button>
      </details>
      <div role="status">
        {isReading && <p>{t(texts.reading)}</p>}
        {problem && (
          <p className="data-problem">
            {t(problems[problem.kind], {
              ...problem,
              ...('limit' in problem && { limit: formatCount(problem.limit) }),
            })}
          </p>
        )}
      </div>
      {file && !isReading && <Columns key={file.name} file={file} />}
    </div>
  );
}
