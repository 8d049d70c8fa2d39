import { ReferenceLine } from 'recharts';
import { taskOf } from '../../../experiment/data';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatCount, formatPercent } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import { withRows } from '../axes/axis';
import { ChartCard } from '../card/ChartCard';
import { EmptyCard } from '../card/EmptyCard';
import { startNote } from '../card/startNote';
import { eventMarks } from '../events/events';
import { extentOfTraces } from '../series/trace';
import { runSource } from '../source/source';
import { useStateInTurn } from '../source/useStateInTurn';
import { learningTraces, sayLatest } from './learningTraces';
import { pinnedTraces } from './pinnedTraces';
import { TimePlot } from './TimePlot';
import { timeTable } from './timeTable';

const ticks = [0, 0.25, 0.5, 0.75, 1].map((y) => ({
  y,
  kind: 'finite' as const,
  label: formatShare(y),
}));

const accuracies = ['accuracy', 'validationAccuracy'] as const;

/** Training and validation accuracy over the steps of the run, beside the chance level. */
export function AccuracyChart() {
  const { records, baselines } = useStateInTurn(runSource);
  const t = useTranslate();
  const title = t(texts.accuracyTitle);
  if (!records) return <EmptyCard title={title} />;
  const { history } = records;
  const task = taskOf(records.began);
  if (task.kind === 'regression') return <ChartCard title={title} note={t(texts.noAccuracy)} />;

  const chance = 1 / task.classes;
  const own = learningTraces(history, accuracies, t);
  const traces = [...pinnedTraces(baselines, history, accuracies, t), ...own];
  const [training = '', validation = ''] = sayLatest(history, own, formatShare, t);
  const step = formatCount(history.at(history.length - 1, 'step'));
  const places = { step, training, validation, chance: formatShare(chance) };
  const summary = t(texts.accuracySummary, places);
  const events = eventMarks(records.events, t);
  return (
    <ChartCard
      title={title}
      subtitle={t(texts.chance, places)}
      note={startNote(records, t)}
      events={events}
      summary={summary}
      table={() => timeTable(history, traces, formatShare, t)}
    >
      {(size) => (
        <TimePlot
          size={size}
          name={`${title}. ${summary}`}
          history={history}
          traces={traces}
          events={events}
          labelWidth={62}
          format={formatShare}
          axis={withRows(
            [0, 1],
            ticks,
            { ...extentOfTraces(traces), zero: false },
            (y) => y,
            ticks.length,
          )}
        >
          <ReferenceLine y={chance} stroke="var(--ink-2)" strokeDasharray="5 4" />
        </TimePlot>
      )}
    </ChartCard>
  );
}

function formatShare(share: number): string {
  return formatPercent(share, 1);
}
