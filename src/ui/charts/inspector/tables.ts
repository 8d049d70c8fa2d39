import { binsPerDecade, type Distribution } from '../../../history/inspection';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatCount, formatMeasure } from '../../../i18n/numbers';
import type { Translate } from '../../../i18n/translate';
import type { Table } from '../card/DataTable';
import { subscript } from './formula';

/** A tensor by its name. */
export interface NamedTensor {
  readonly name: string;
  readonly distribution: Distribution;
}

/** The figures of a layer's tensors, and the singular values of its weight. */
export function figuresTable(
  tensors: readonly NamedTensor[],
  singularValues: Float64Array | null,
  t: Translate,
): Table {
  const sigma = Array.from(singularValues ?? [], (value, index) => [
    `σ${subscript(index + 1)}`,
    formatMeasure(value),
    ...Array.from({ length: 5 }, () => ''),
  ]);
  return {
    columns: [
      t(texts.tensor),
      t(texts.smallest),
      t(texts.largestValue),
      t(texts.meanValue),
      t(texts.deviation),
      t(texts.zeros),
      t(texts.notFinite),
    ],
    rows: [
      ...tensors.map(({ name, distribution: { min, max, mean, deviation, zeros, nonFinite } }) => [
        name,
        ...[min, max, mean, deviation].map(formatMeasure),
        formatCount(zeros),
        formatCount(nonFinite),
      ]),
      ...sigma,
    ],
  };
}

/** How many values of each tensor, below and above 0, have a magnitude within each bin of the histograms. */
export function histogramTable(tensors: readonly NamedTensor[], t: Translate): Table {
  const first = (of: Distribution) => of.firstDecade * binsPerDecade;
  const filled = tensors.map(({ distribution }) => distribution).filter((of) => of.positive.length);
  const low = Math.min(...filled.map(first));
  const high = Math.max(...filled.map((of) => first(of) + of.positive.length));
  const bins = Array.from({ length: Math.max(0, high - low) }, (_, offset) => low + offset);
  const edge = (bin: number) => formatMeasure(10 ** (bin / binsPerDecade));
  return {
    columns: [t(texts.magnitude), ...tensors.flatMap(({ name }) => [`${name} < 0`, `${name} > 0`])],
    rows: bins.map((bin) => [
      `${edge(bin)} … ${edge(bin + 1)}`,
      ...tensors.flatMap(({ distribution: of }) =>
        [of.negative, of.positive].map((counts) => formatCount(counts[bin - first(of)] ?? 0)),
      ),
    ]),
  };
}
