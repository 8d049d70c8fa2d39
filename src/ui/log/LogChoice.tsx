import { logProblemTexts as problems, logTexts as texts } from '../../i18n/log';
import { useTranslate } from '../../i18n/translate';
import { mostLogBytes } from '../../log/read';
import { useLogs } from '../../state/hooks';
import { type Logs, readLogFiles } from '../../state/logs';
import { FileOrPaste } from '../data/FileOrPaste';
import { Faults, LeftOut } from './Faults';

const size = mostLogBytes / 1e6;

/** Chooses the files of a log, or takes what is pasted; says what is wrong with them. */
export function LogChoice() {
  const t = useTranslate();
  const { isReading, problem } = useLogs((state) => state);
  return (
    <div className="log-choice">
      <FileOrPaste
        accept=".csv,.json,.jsonl,.ndjson,.txt,text/csv,application/json"
        isMultiple
        onFiles={(files) => void readLogFiles(files)}
      />
      <p className="quiet">{t(texts.formats, { size })}</p>
      <div role="status">
        {isReading && <p>{t(texts.reading)}</p>}
        {problem && <Problem problem={problem} />}
      </div>
    </div>
  );
}

/** Why files were not taken, and what in them could not be read. */
function Problem({ problem }: { readonly problem: NonNullable<Logs['problem']> }) {
  const t = useTranslate();
  const { faults, leftOut, ...found } = problem;
  return (
    <>
      <p className="log-problem">{t(problems[problem.kind], { size, ...found })}</p>
      <LeftOut files={leftOut} />
      {found.faultCount > 0 && <p>{t(texts.faults, { count: found.faultCount })}</p>}
      <Faults faults={faults} />
    </>
  );
}
