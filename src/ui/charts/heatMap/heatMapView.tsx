import { layersUpTo } from '../../../base/layers';
import type { History } from '../../../history/history';
import { absent } from '../../../history/measures';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatCount, formatFactor } from '../../../i18n/numbers';
import type { Translate } from '../../../i18n/translate';
import type { Quantity } from '../../../state/store/app';
import type { CardView, Shown } from '../card/cardView';
import { eventMarks } from '../events/events';
import { factorOver, normAt, referenceAt } from '../series/norms';
import { quantityTexts } from '../source/quantityTexts';
import { cellTable } from './cellTable';
import { HeatMap, type Visit } from './HeatMap';

/** Every layer at every step as colors. */
export function heatMapView(shown: Shown, t: Translate, onVisit?: Visit): CardView {
  const { quantity } = shown;
  const { history, revision, events: changes } = shown.records;
  const { symbol, reference } = quantityTexts[quantity];
  const summary = summarize(history, quantity, t);
  const events = eventMarks(changes, t);
  return {
    subtitle: t(reference.perLayer, { symbol }),
    events,
    summary,
    table: () => cellTable(history, quantity, shown.viewed, shown.nameOf, t),
    children: (size) => (
      <HeatMap
        name={`${t(texts.heatMap)}. ${summary}`}
        {...{ size, history, revision, quantity, events, onVisit }}
      />
    ),
  };
}

function summarize(history: History, quantity: Quantity, t: Translate): string {
  const { depth } = history.shape;
  const newest = history.length - 1;
  const step = (index: number) => formatCount(history.at(index, 'step'));
  const summary = t(quantityTexts[quantity].reference.summary, {
    symbol: quantityTexts[quantity].symbol,
    depth,
    first: factorAt(history, 0, quantity, t),
    from: step(0),
    last: factorAt(history, newest, quantity, t),
    to: step(newest),
  });
  const layers = layersUpTo(depth);
  const count = layers.filter(
    (layer) => !Number.isFinite(normAt(history, newest, quantity, layer)),
  ).length;
  return count > 0 ? `${summary} ${t(texts.brokenLayers, { count })}` : summary;
}

/** The layer furthest from the reference, over it. */
function factorAt(history: History, index: number, quantity: Quantity, t: Translate): string {
  const norm = normAt(history, index, quantity, quantity === 'actRms' ? history.shape.depth : 1);
  const reference = referenceAt(history, index, quantity);
  const isMeasured = norm !== absent && reference !== absent;
  return isMeasured ? formatFactor(factorOver(norm, reference)) : t(texts.notMeasured);
}
