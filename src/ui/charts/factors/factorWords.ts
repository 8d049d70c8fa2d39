import type { Experiment } from '../../../experiment/schema';
import { skipAt } from '../../../experiment/skips';
import type { Factors } from '../../../history/factors';
import type { History } from '../../../history/history';
import type { WeightNorms } from '../../../history/inspection';
import { absent, type LayerMeasure } from '../../../history/measures';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatFactor, formatMeasure, formatPercent } from '../../../i18n/numbers';
import type { Translate } from '../../../i18n/translate';
import type { Table } from '../card/DataTable';
import type { Reading } from '../plot/ReadOut';

/** What explains the factors of a record's layers. */
export interface Explained {
  readonly experiment: Experiment;
  readonly history: History;
  readonly index: number;
  /** Norms of the weights at this step, layer 1 first, where they have been computed. */
  readonly norms: readonly WeightNorms[] | null;
}

/** A layer's factors and what each comes from, for the read-out. */
export function readingOf(factors: Factors | undefined, by: Explained, t: Translate): Reading {
  if (!factors) return { title: '', rows: [] };
  return {
    title: t(texts.layerNumber, { layer: factors.layer }),
    rows: rowsOf(factors, by, t).map(([label, value]) => ({ label, value })),
  };
}

/** Every layer's factors and what each comes from. */
export function factorTable(factors: readonly Factors[], by: Explained, t: Translate): Table {
  const lines = factors.map((factor) => new Map(rowsOf(factor, by, t)));
  const columns = [...new Set(lines.flatMap((line) => [...line.keys()]))];
  return {
    columns: [t(texts.layer), ...columns],
    rows: lines.map((line, offset) => [
      t(texts.layerNumber, { layer: offset + 1 }),
      ...columns.map((column) => line.get(column) ?? '–'),
    ]),
  };
}

function rowsOf(
  { layer, weights, activation, skip, total }: Factors,
  { experiment, history, index, norms }: Explained,
  t: Translate,
): readonly (readonly [string, string])[] {
  const at = (measure: LayerMeasure) => history.layerAt(index, measure, layer);
  const isHidden = layer < history.shape.depth;
  const own = norms?.[layer - 1];
  const past = skipAt(experiment, layer);
  const isTrained = experiment.normalization !== 'weight' || !isHidden;
  const rows: readonly (readonly [string, number, (value: number) => string])[] = [
    [t(texts.wholeFactor), total, formatFactor],
    [t(texts.weightsFactor), weights, formatFactor],
    [t(texts.spectralNorm), own?.spectral ?? absent, formatMeasure],
    [t(texts.frobeniusNorm), own?.frobenius ?? (isTrained ? at('weight') : absent), formatMeasure],
    [t(texts.activationFactor), isHidden ? activation : absent, formatFactor],
    [t(texts.slope), at('slope'), formatMeasure],
    [t(texts.dead), at('dead'), formatPercent],
    [t(texts.saturated), at('saturated'), formatPercent],
    [t(texts.skipFactor), past ? skip : absent, formatFactor],
    [t(texts.skipShare), past && total > 0 ? Math.abs(past.skip) / total : absent, formatPercent],
  ];
  const known = rows.flatMap(([name, value, write]) =>
    value === absent ? [] : [[name, write(value)] as const],
  );
  return total === absent ? [[t(texts.wholeFactor), t(texts.noGradient)], ...known] : known;
}
