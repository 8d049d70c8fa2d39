import { activations } from '../../../catalog/activations';
import { entryOf } from '../../../catalog/entry';
import { residuals } from '../../../catalog/residuals';
import type { Experiment } from '../../../experiment/schema';
import { widthsOf } from '../../../experiment/weights';
import { factorsAt } from '../../../history/factors';
import type { History } from '../../../history/history';
import { absent, type LayerMeasure } from '../../../history/measures';

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

/**
 * What is measured of a layer at a record, in TeX, every number below its symbol. Forwards: the RMS of what enters and
 * leaves the layer, and the norm of its weights. Backwards: the chain rule through it, its factors as ratios of norms.
 */
export function measuredOf(history: History, index: number, layer: number): string {
  const isOutput = layer === history.shape.depth;
  const before = layer === 1 ? 'x' : `h_{${layer - 1}}`;
  const z = `z_{${layer}}`;
  const after = isOutput ? z : `h_{${layer}}`;
  const at = (measure: LayerMeasure, of: number) => history.layerAt(index, measure, of);
  const forwards = [
    under(at('actRms', layer - 1), rms(before)),
    under(at('weight', layer), norm(`W_{${layer}}`)),
    under(at('actRms', layer), rms(after)),
  ].join('\\quad ');
  const passed = at('gradH', layer - 1);
  const factors = factorsAt(history, index)[layer - 1];
  if (passed === absent || !factors) return forwards;
  const product = [
    under(at(isOutput ? 'gradZ' : 'gradH', layer), norm(slope('L', after))),
    ...(isOutput ? [] : [under(factors.activation, slope(after, z))]),
    under(factors.weights, slope(z, before)),
    ...(at('gradBranch', layer) === absent ? [] : [under(factors.skip, `+\\,${before}`)]),
  ];
  const backwards = `${under(passed, norm(slope('L', before)))}=${product.join('\\cdot ')}`;
  return `${forwards},\\quad ${backwards}`;
}

const rms = (signal: string) => String.raw`\operatorname{RMS}(${signal})`;

const norm = (tensor: string) => String.raw`\lVert ${tensor}\rVert`;

const slope = (of: string, by: string) => String.raw`\partial ${of}/\partial ${by}`;

/** A symbol with its number below it and room beside it; nothing where it was not measured. */
function under(value: number, symbol: string): string {
  return value === absent
    ? ''
    : String.raw`\;\underbrace{${symbol}}_{\textstyle ${inTex(value)}}\;`;
}

/** A measured value with three significant digits. */
function inTex(value: number): string {
  if (Number.isNaN(value)) return String.raw`\mathrm{NaN}`;
  if (!Number.isFinite(value)) return String.raw`\infty`;
  const [mantissa = '0', exponent = '0'] = value.toExponential(2).split('e');
  const power = Number(exponent);
  if (value === 0 || (power >= -3 && power < 5)) return String(Number(value.toPrecision(3)));
  return String.raw`${mantissa}\times10^{${power}}`;
}

/** A factor before a term; 1 is not written. */
function times(factor: number, term: string): string {
  return factor === 1 ? term : `${factor.toPrecision(3)}\\,${term}`;
}

/** A number as subscript digits. */
export function subscript(number: number): string {
  return String(number).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] ?? '');
}
