import { useState } from 'react';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatCount, formatMeasure } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import { linearAxis } from '../axes/linearAxis';
import { mostTicksFor } from '../axes/yAxis';
import { ChartCard } from '../card/ChartCard';
import { EmptyCard } from '../card/EmptyCard';
import { Segments } from '../card/Segments';
import { startNote } from '../card/startNote';
import { eventMarks } from '../events/events';
import { extentOfTraces } from '../series/trace';
import { useChartSource } from '../source/source';
import { LogTimePlot } from './LogTimePlot';
import { learningTraces, sayLatest } from './learningTraces';
import { pinnedTraces } from './pinnedTraces';
import { TimePlot } from './TimePlot';
import { timeTable } from './timeTable';

const scales = ['log', 'linear'] as const;

const losses = ['loss', 'validationLoss'] as const;

type Scale = (typeof scales)[number];

/** Ratio of largest to smallest loss from which on the axis is logarithmic, unless a person chose. */
const wideRange = 1e3;

/** Training and validation loss over the steps of the run. */
export function LossChart() {
  const { records, baselines } = useChartSource();
  const t = useTranslate();
  const [chosen, choose] = useState<Scale | null>(null);
  const title = t(texts.lossTitle);
  if (!records) return <EmptyCard title={title} />;
  const { history } = records;

  const own = learningTraces(history, losses, t);
  const traces = [...pinnedTraces(baselines, history, losses, t), ...own];
  const extent = extentOfTraces(traces);
  const scale = chosen ?? (extent.high > wideRange * extent.low ? 'log' : 'linear');
  const [training = '', validation = ''] = sayLatest(history, own, formatMeasure, t);
  const step = formatCount(history.at(history.length - 1, 'step'));
  const summary = t(texts.lossSummary, { step, training, validation });
  const events = eventMarks(records.events, t);
  const plot = {
    name: `${title}. ${summary}`,
    history,
    traces,
    events,
    labelWidth: 62,
    format: formatMeasure,
  };
  return (
    <ChartCard
      title={title}
      word="loss"
      subtitle={t(texts.trainingAndValidation)}
      controls={
        <Segments<Scale>
          legend={t(texts.scale)}
          segments={scales.map((id) => ({ id, label: t(texts[id]) }))}
          chosen={scale}
          onChoose={choose}
        />
      }
      note={startNote(records, t)}
      events={events}
      summary={summary}
      table={() => timeTable(history, traces, formatMeasure, t)}
    >
      {(size) =>
        scale === 'log' ? (
          <LogTimePlot {...plot} size={size} subject="loss" leastDecades={1} />
        ) : (
          <TimePlot {...plot} size={size} axis={linearAxis(extent, mostTicksFor(size.height))} />
        )
      }
    </ChartCard>
  );
}
