import { dataProblemTexts as problems, dataTexts as texts } from '../../i18n/data';
import { useTranslate } from '../../i18n/translate';
import { useOwnData } from '../../state/hooks';
import { openFile } from '../../state/store/ownData';
import { mostBytes, mostColumns, mostRows } from '../../table/limits';
import { Columns } from './Columns';
import { FileOrPaste } from './FileOrPaste';
import './data.css';

/** Chooses a file, or takes what is pasted, and then its columns. */
export function DataChoice() {
  const t = useTranslate();
  const { file, problem, refused, isReading, expected } = useOwnData((state) => state);
  return (
    <div className="exchange data-choice">
      <p className="quiet">
        {t(texts.about, { size: mostBytes / 1e6, rows: mostRows, columns: mostColumns })}
      </p>
      {expected && <p>{t(texts.expected, { name: expected.name })}</p>}
      <FileOrPaste
        accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
        onFiles={([file]) => file && void openFile(file.name, file)}
      />
      <div role="status">
        {isReading && <p>{t(texts.reading)}</p>}
        {problem && (
          <p className="data-problem">
            <strong>{t(texts.refused, { name: refused })}</strong>{' '}
            {t(problems[problem.kind], { ...problem })}
          </p>
        )}
      </div>
      {file && !isReading && <Columns key={file.name} file={file} />}
    </div>
  );
}
