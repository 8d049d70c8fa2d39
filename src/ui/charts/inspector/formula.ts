import { activations } from '../../../catalog/activations';
import { entryOf } from '../../../catalog/entry';
import { residuals } from '../../../catalog/residuals';
import type { Experiment } from '../../../experiment/schema';
import { widthsOf } from '../../../experiment/weights';

const normalized = {
  none: (z: string) => z,
  batch: (z: string) => String.raw`\operatorname{BN}(${z})`,
  layer: (z: string) => String.raw`\operatorname{LN}(${z})`,
  rms: (z: string) => String.raw`\operatorname{RMS}(${z})`,
  weight: (z: string) => z,
} as const satisfies Record<Experiment['normalization'], (z: string) => string>;

/** What a layer computes, with its sizes, in TeX: `h_7=ReLU(h_6 W_7+b_7), W_7 ∈ ℝ^{64×64}`. */
export function formulaOf(experiment: Experiment, layer: number): string {
  const widths = widthsOf(experiment);
  const [fanIn = 1, fanOut = 1] = widths.slice(layer - 1, layer + 1);
  const input = layer === 1 ? 'x' : `h_{${layer - 1}}`;
  const isWeightNormalized = experiment.normalization === 'weight' && layer < experiment.depth;
  const weight = isWeightNormalized
    ? String.raw`\tfrac{g_{${layer}}}{\lVert V_{${layer}}\rVert}V_{${layer}}`
    : `W_{${layer}}`;
  const hasBias = experiment.normalization !== 'batch' || layer === experiment.depth;
  const z = `${input}\\,${weight}${hasBias ? `+b_{${layer}}` : ''}`;
  const matrix = `${isWeightNormalized ? 'V' : 'W'}_{${layer}}`;
  const shape = String.raw`,\quad ${matrix}\in\mathbb R^{${fanIn}\times ${fanOut}}`;
  if (layer === experiment.depth) return `z_{${layer}}=${z}${shape}`;
  const { name } = entryOf(activations, experiment.activation);
  const branch = String.raw`\operatorname{${name.en.replace(' ', '~')}}(${normalized[experiment.normalization](z)})`;
  const skip = entryOf(residuals, experiment.residual).weights(experiment.depth, experiment);
  const sum =
    skip && fanIn === fanOut ? `${times(skip.skip, input)}+${times(skip.branch, branch)}` : branch;
  return `h_{${layer}}=${sum}${shape}`;
}

/** A factor before a term; 1 is not written. */
function times(factor: number, term: string): string {
  return factor === 1 ? term : `${factor.toPrecision(3)}\\,${term}`;
}

/** A number as subscript digits. */
export function subscript(number: number): string {
  return String(number).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] ?? '');
}
