import { stepsPerEpoch } from '../../experiment/data';
import { formatCount, formatMeasure } from '../../i18n/numbers';
import { pageTexts } from '../../i18n/page';
import { useTranslate } from '../../i18n/translate';
import { useApp } from '../../state/hooks';
import { currentStep, type Run } from '../../state/run';
import { backendName } from '../panels/backendName';
import { describe } from '../panels/describe';

/** Step, epoch and loss, in places of fixed width. */
export function Counters() {
  const t = useTranslate();
  const run = useApp((state) => state.run);
  const step = currentStep(run);
  const { history } = run;
  const loss = history && history.length > 0 ? history.at(history.length - 1, 'loss') : null;
  return (
    <dl className="counters">
      <div>
        <dt>{t(pageTexts.stepCount)}</dt>
        <dd className="wide-number">{formatCount(step)}</dd>
      </div>
      <div>
        <dt>{t(pageTexts.epochCount)}</dt>
        <dd>{formatCount(Math.floor(step / stepsPerEpoch(run.began)))}</dd>
      </div>
      <div>
        <dt>{t(pageTexts.lossValue)}</dt>
        <dd className="wide-number">{loss === null ? '–' : formatMeasure(loss)}</dd>
      </div>
    </dl>
  );
}

/** The backend, the number format and how fast it goes; why it was chosen stands in its description. */
export function BackendStatus() {
  const t = useTranslate();
  const report = useApp(({ run }) => run.backend);
  const numberFormat = useApp(({ run }) => run.began.numberFormat);
  const doing = useDoing();
  if (!report) return <span className="backend">{doing}</span>;
  const { reason } = report;
  return (
    <span className="backend" title={t(reason)}>
      <span>
        {t(backendName(report))} · {t(describe('numberFormat', numberFormat))}
      </span>{' '}
      <b className="pace">{doing}</b>
      <span className="unseen">{t(reason)}</span>
    </span>
  );
}

function useDoing(): string {
  const t = useTranslate();
  const pace = useApp(({ run }) => (run.state === 'running' ? Math.round(run.pace) : 0));
  const state = useApp(({ run }) => run.state);
  const said: Record<Run['state'], string> = {
    preparing: t(pageTexts.preparing),
    ready: t(pageTexts.atRest),
    running: t(pageTexts.pace, { pace: formatCount(pace) }),
    nonFinite: t(pageTexts.stopped),
    refused: t(pageTexts.refused),
    failed: t(pageTexts.failed),
  };
  return said[state];
}
