import { logProblemTexts as problems, logTexts as texts } from '../../i18n/log';
import { list, useTranslate } from '../../i18n/translate';
import { mostLogBytes } from '../../log/source';
import { readLogFiles } from '../../state/files/logs';
import { useLogs } from '../../state/hooks';
import { FileOrPaste } from '../data/FileOrPaste';
import { Faults, LeftOut } from './Faults';

const size = mostLogBytes / 1e6;

/** Chooses the files of a log, or takes what is pasted. */
export function LogChoice() {
  const t = useTranslate();
  const isReading = useLogs((state) => state.isReading);
  return (
    <div className="log-choice">
      <FileOrPaste accept="" isMultiple onFiles={(files) => void readLogFiles(files)} />
      <p className="quiet">{t(texts.formats, { size })}</p>
      <div role="status">{isReading && <p>{t(texts.reading)}</p>}</div>
    </div>
  );
}

/** Says above all else why files were not taken, which, and what in them could not be read. */
export function LogRefusal() {
  const t = useTranslate();
  const { problem, log } = useLogs((state) => state);
  if (!problem) return null;
  const { faults, leftOut, files, ...found } = problem;
  const names = problem.kind === 'notALog' ? [] : leftOut;
  return (
    <article className="study-card" role="status">
      <h2>{t(texts.refused, { files: list(files, t) })}</h2>
      <p className="log-problem">{t(problems[problem.kind], { size, ...found })}</p>
      <LeftOut files={names} />
      {found.faultCount > 0 && <p>{t(texts.faults, { count: found.faultCount })}</p>}
      <Faults faults={faults} />
      {log && <p className="quiet">{t(texts.older, { name: log.name })}</p>}
    </article>
  );
}
