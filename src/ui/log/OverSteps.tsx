import { absent } from '../../history/measures';
import { logTexts as texts } from '../../i18n/log';
import { formatCount, formatMeasure } from '../../i18n/numbers';
import { useTranslate } from '../../i18n/translate';
import { ChartCard } from '../charts/card/ChartCard';
import { LogTimePlot } from '../charts/overTime/LogTimePlot';
import { timeTable } from '../charts/overTime/timeTable';
import { trace } from '../charts/series/trace';
import { useChartSource } from '../charts/source/source';

interface OverStepsProps {
  readonly measure: 'gradNorm' | 'learningRate' | 'lossScale';
  /** What the file calls it. */
  readonly called: string | undefined;
}

/** A measure of the whole network over the steps of a log. */
export function OverSteps({ measure, called }: OverStepsProps) {
  const { records } = useChartSource();
  const t = useTranslate();
  if (!records) return null;
  const { history } = records;
  const title = t(texts[measure]);
  const line = trace(history, {
    id: measure,
    label: title,
    color: 'var(--accent)',
    width: 1.8,
    labeled: false,
    value: (index) => history.at(index, measure),
  });
  const last = line.points.findLast(({ value }) => value !== absent);
  const summary = last
    ? t(texts.overSteps, {
        what: title,
        last: formatMeasure(last.value),
        step: formatCount(last.step),
      })
    : title;
  return (
    <ChartCard
      title={title}
      {...(called === undefined ? {} : { subtitle: t(texts.calledInFile, { name: called }) })}
      summary={summary}
      table={() => timeTable(history, [line], formatMeasure, t)}
    >
      {(size) => (
        <LogTimePlot
          name={`${title}. ${summary}`}
          subject={measure}
          leastDecades={2}
          labelWidth={12}
          format={formatMeasure}
          events={[]}
          traces={[line]}
          {...{ size, history }}
        />
      )}
    </ChartCard>
  );
}
