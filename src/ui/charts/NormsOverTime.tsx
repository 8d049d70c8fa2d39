import type { History } from '../../history/history';
import { chartTexts as texts } from '../../i18n/charts';
import { formatCount, formatMeasure } from '../../i18n/numbers';
import { type Translate, useTranslate } from '../../i18n/translate';
import type { Quantity } from '../../state/app';
import { ChartCard } from './ChartCard';
import { EmptyCard } from './EmptyCard';
import { eventMarks } from './events';
import { LayerLegend } from './LayerLegend';
import { LogTimePlot } from './LogTimePlot';
import { normAt, spreadLayers } from './norms';
import { quantityTexts } from './quantityTexts';
import { timeTable } from './timeTable';
import { type Trace, trace } from './trace';
import { useTurn } from './useTurn';

/** Most lines that stay readable and quick to draw. */
const mostLayers = 12;

/** The chosen quantity over the steps of the run, in a few layers from the first to the last. */
export function NormsOverTime() {
  const { run, quantity } = useTurn();
  const t = useTranslate();
  const { history } = run;
  const { symbol } = quantityTexts[quantity];
  const title = t(texts.overTimeTitle);
  if (!history?.length) return <EmptyCard title={title} />;

  const { depth } = history.shape;
  const traces = tracesOf(history, quantity, t);
  const subtitle = traces.length === depth ? texts.everyLayer : texts.someLayers;
  const summary = summarize(traces, symbol, t);
  return (
    <ChartCard
      title={title}
      subtitle={t(subtitle, { symbol, depth, count: traces.length })}
      controls={<LayerLegend traces={traces} />}
      note={history.length === 1 ? t(texts.pressRun) : undefined}
      summary={summary}
      table={() => timeTable(history, traces, formatMeasure, t)}
    >
      {(size) => (
        <LogTimePlot
          size={size}
          name={`${title}. ${summary}`}
          history={history}
          traces={traces}
          events={eventMarks(run.events, t)}
          labelWidth={58}
          format={formatMeasure}
          subject={quantity}
          leastDecades={4}
        />
      )}
    </ChartCard>
  );
}

function tracesOf(history: History, quantity: Quantity, t: Translate): readonly Trace[] {
  const { depth } = history.shape;
  return spreadLayers(depth, mostLayers).map((layer) =>
    trace(history, {
      id: String(layer),
      label: t(texts.layerNumber, { layer }),
      color: rampColor(depth === 1 ? 0 : (layer - 1) / (depth - 1)),
      width: layer === 1 || layer === depth ? 2.2 : 1.3,
      labeled: layer === 1 || layer === depth,
      value: (index) => normAt(history, index, quantity, layer),
    }),
  );
}

/** One ramp from the input, 0, to the output, 1. */
function rampColor(share: number): string {
  return `color-mix(in oklab, var(--ramp-output) ${Math.round(100 * share)}%, var(--ramp-input))`;
}

function summarize(traces: readonly Trace[], symbol: string, t: Translate): string | undefined {
  const points = traces[0]?.points ?? [];
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return undefined;
  return t(texts.overTimeSummary, {
    symbol,
    first: formatMeasure(first.value),
    from: formatCount(first.step),
    last: formatMeasure(last.value),
    to: formatCount(last.step),
  });
}
