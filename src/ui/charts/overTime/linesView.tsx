import type { History } from '../../../history/history';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatCount, formatMeasure } from '../../../i18n/numbers';
import type { Translate } from '../../../i18n/translate';
import type { Quantity } from '../../../state/store/app';
import type { Baseline } from '../../../state/store/kept';
import { spreadLayers } from '../axes/layerAxis';
import type { CardView, Shown } from '../card/cardView';
import { rampColor } from '../colors/ramp';
import { eventMarks } from '../events/events';
import { normAt } from '../series/norms';
import { type Trace, trace } from '../series/trace';
import { quantityTexts } from '../source/quantityTexts';
import { LayerLegend } from './LayerLegend';
import { LogTimePlot } from './LogTimePlot';
import { pinnedTrace } from './pinnedTraces';
import { timeTable } from './timeTable';

/** Most lines that stay readable and quick to draw. */
const mostLayers = 12;

/** A quantity over the steps of the run as lines, in a few layers from the first to the last. */
export function linesView({ records, quantity, baselines }: Shown, t: Translate): CardView {
  const { history, events: changes } = records;
  const { depth } = history.shape;
  const { symbol } = quantityTexts[quantity];
  const own = layerTraces(history, quantity, t);
  const traces = [...firstLayers(baselines, history, quantity, t), ...own];
  const subtitle = own.length === depth ? texts.everyLayer : texts.someLayers;
  const summary = summarize(own, symbol, t);
  const events = eventMarks(changes, t);
  return {
    subtitle: t(subtitle, { symbol, depth, count: own.length }),
    legend: <LayerLegend traces={own} />,
    events,
    summary,
    table: () => timeTable(history, traces, formatMeasure, t),
    children: (size) => (
      <LogTimePlot
        size={size}
        name={`${t(texts.lines)}. ${summary}`}
        history={history}
        traces={traces}
        events={events}
        labelWidth={58}
        format={formatMeasure}
        subject={quantity}
        leastDecades={4}
      />
    ),
  };
}

/** The lines of at most `mostLayers` layers, from the first to the last. */
function layerTraces(history: History, quantity: Quantity, t: Translate): readonly Trace[] {
  const { depth } = history.shape;
  return spreadLayers(depth, mostLayers).map((layer) =>
    trace(history, {
      id: String(layer),
      label: t(texts.layerNumber, { layer }),
      color: rampColor(layer, depth),
      width: layer === 1 || layer === depth ? 2.2 : 1.3,
      labeled: layer === 1 || layer === depth,
      value: (index) => normAt(history, index, quantity, layer),
    }),
  );
}

/** Layer 1 of every pinned run. */
function firstLayers(
  baselines: readonly Baseline[],
  shown: History,
  quantity: Quantity,
  t: Translate,
): readonly Trace[] {
  return baselines.map((baseline) => {
    const { name } = baseline;
    const label = t(texts.pinnedLayer, { name, layer: 1 });
    return pinnedTrace(baseline, shown, { id: quantity, label, labeled: true }, (history, index) =>
      normAt(history, index, quantity, 1),
    );
  });
}

function summarize(traces: readonly Trace[], symbol: string, t: Translate): string {
  const points = traces[0]?.points ?? [];
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return t(texts.unmeasured);
  return t(texts.overTimeSummary, {
    symbol,
    first: formatMeasure(first.value),
    from: formatCount(first.step),
    last: formatMeasure(last.value),
    to: formatCount(last.step),
  });
}
