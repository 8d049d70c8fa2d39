import { logTexts as texts } from '../../i18n/log';
import { useTranslate } from '../../i18n/translate';
import { useLogs } from '../../state/hooks';
import { Callbacks } from './Callbacks';
import { LogChoice, LogRefusal } from './LogChoice';
import { LogShown } from './LogShown';
import './log.css';

/** The log of somebody's own training: chosen, then read like a run of the page. */
export function LogStudy() {
  const t = useTranslate();
  const log = useLogs((state) => state.log);
  return (
    <>
      <LogRefusal />
      {log && <LogShown log={log} />}
      <article className="study-card">
        <header>
          <h2>{t(texts.title)}</h2>
          <p className="quiet">{t(texts.about)}</p>
        </header>
        <LogChoice />
        <Callbacks />
      </article>
    </>
  );
}
