import { useState } from 'react';
import { logProblemTexts as problems, logTexts as texts } from '../../i18n/log';
import { useTranslate } from '../../i18n/translate';
import { useLogs } from '../../state/hooks';
import { readLogFiles } from '../../state/logs';
import { Faults } from './Faults';

/** Chooses the files of a log, or takes what is pasted; says what is wrong with them. */
export function LogChoice() {
  const t = useTranslate();
  const { isReading, problem } = useLogs((state) => state);
  const [pasted, paste] = useState('');
  return (
    <div className="log-choice">
      <label className="file-choice">
        {t(texts.choose)}
        <input
          type="file"
          multiple
          accept=".csv,.json,.jsonl,.ndjson,.txt,text/csv,application/json"
          onChange={({ currentTarget }) => {
            const chosen = [...(currentTarget.files ?? [])];
            if (chosen.length > 0) void readLogFiles(chosen);
          }}
        />
      </label>
      <p className="quiet">{t(texts.formats)}</p>
      <details>
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
          onClick={() => void readLogFiles([new File([pasted], 'pasted')])}
        >
          {t(texts.readPasted)}
        </button>
      </details>
      <div role="status">
        {isReading && <p>{t(texts.reading)}</p>}
        {problem && <p className="log-problem">{t(problems[problem.kind])}</p>}
        {problem && <Faults faults={problem.faults} />}
      </div>
    </div>
  );
}
