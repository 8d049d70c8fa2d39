import { activations } from '../../../catalog/activations';
import { entryOf } from '../../../catalog/entry';
import { residuals } from '../../../catalog/residuals';
import type { Experiment } from '../../../experiment/schema';
import { widthsOf } from '../../../experiment/weights';
import { formatMeasure } from '../../../i18n/numbers';

const normalized = {
  none: (z: string) => z,
  batch: (z: string) => `BN(${z})`,
  layer: (z: string) => `LN(${z})`,
  rms: (z: string) => `RMS(${z})`,
  weight: (z: string) => z,
} as const satisfies Record<Experiment['normalization'], (z: string) => string>;

/** What a layer computes, with its sizes: `h₇ = ReLU(h₆W₇ + b₇), W₇ [64, 64]`. */
export function formulaOf(experiment: Experiment, layer: number): string {
  const widths = widthsOf(experiment);
  const [fanIn = 1, fanOut = 1] = widths.slice(layer - 1, layer + 1);
  const at = subscript(layer);
  const input = layer === 1 ? 'x' : `h${subscript(layer - 1)}`;
  const weight = experiment.normalization === 'weight' && layer < experiment.depth ? 'gV/‖V‖' : 'W';
  const hasBias = experiment.normalization !== 'batch' || layer === experiment.depth;
  const z = `${input}·${weight}${at}${hasBias ? ` + b${at}` : ''}`;
  const shape = `${weight}${at} [${fanIn}, ${fanOut}]`;
  if (layer === experiment.depth) return `z${at} = ${z},  ${shape}`;
  const { name } = entryOf(activations, experiment.activation);
  const branch = `${name.en}(${normalized[experiment.normalization](z)})`;
  const skip = entryOf(residuals, experiment.residual).weights(experiment.depth, experiment);
  const sum =
    skip && fanIn === fanOut
      ? `${formatMeasure(skip.skip)}·${input} + ${formatMeasure(skip.branch)}·${branch}`
      : branch;
  return `h${at} = ${sum},  ${shape}`;
}

/** A number as subscript digits. */
export function subscript(number: number): string {
  return String(number).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] ?? '');
}
