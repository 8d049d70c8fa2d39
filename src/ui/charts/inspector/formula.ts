import { activations } from '../../../catalog/activations';
import { type Entry, entryOf } from '../../../catalog/entry';
import { normalizations } from '../../../catalog/normalizations';
import type { Experiment } from '../../../experiment/schema';
import { skipAt } from '../../../experiment/skips';
import { widthsOf } from '../../../experiment/weights';
import { factorsAt } from '../../../history/factors';
import type { History } from '../../../history/history';
import { absent, type LayerMeasure } from '../../../history/measures';

/** How the tensors of a layer are written, as its formula has them. */
export interface TensorNames {
  /** The matrix that multiplies the signal. */
  readonly weight: string;
  /** The matrix that is trained: under weight normalization the weight is made of it. */
  readonly trained: string;
  /** The input of the activation function. */
  readonly preactivation: string;
  readonly activation: string;
}

/** The names of a layer's tensors: `W₇`, `V₇` where the weight is normalized, `z₇` or, normalized, `y₇`, and `h₇`. */
export function tensorNames(experiment: Experiment, layer: number): TensorNames {
  const { method, reparameterization } = entryOf(normalizations, experiment.normalization);
  const isHidden = layer < experiment.depth;
  const at = subscript(layer);
  return {
    weight: `W${at}`,
    trained: `${isHidden && reparameterization ? 'V' : 'W'}${at}`,
    preactivation: `${isHidden && method ? 'y' : 'z'}${at}`,
    activation: isHidden ? `h${at}` : `z${at}`,
  };
}

/** What a layer computes, with its sizes, in TeX: `h_7=ReLU(h_6 W_7+b_7), W_7 ∈ ℝ^{64×64}`. */
export function formulaOf(experiment: Experiment, layer: number): string {
  const [fanIn = 1, fanOut = 1] = widthsOf(experiment).slice(layer - 1, layer + 1);
  const normalization = entryOf(normalizations, experiment.normalization);
  const { method, reparameterization } = normalization;
  const isHidden = layer < experiment.depth;
  const input = layer === 1 ? 'x' : `h_{${layer - 1}}`;
  const hasBias = !isHidden || (method?.bias ?? true);
  const product = `${input}\\,W_{${layer}}${hasBias ? `+b_{${layer}}` : ''}`;
  const space = String.raw`\in\mathbb R^{${fanIn}\times ${fanOut}}`;
  if (!isHidden) return `z_{${layer}}=${product},\\quad W_{${layer}}${space}`;
  const argument = method ? `y_{${layer}}` : product;
  const branch = applied(entryOf(activations, experiment.activation), argument);
  const factors = skipAt(experiment, layer);
  const output = factors
    ? `${times(factors.skip, input)}+${times(factors.branch, branch)}`
    : branch;
  return [
    `h_{${layer}}=${output}`,
    ...(method ? [`y_{${layer}}=${applied(normalization, product)}`] : []),
    reparameterization ? `${directed(layer)},\\quad V_{${layer}}${space}` : `W_{${layer}}${space}`,
  ].join(',\\quad ');
}

/** An entry as a function of an argument. */
function applied({ symbol, name }: Entry, argument: string): string {
  return String.raw`\operatorname{${symbol ?? name.en.replaceAll(' ', '~')}}(${argument})`;
}

/** Every column of the weight, which is a unit's, is its direction at a trained length. */
function directed(layer: number): string {
  return String.raw`W_{${layer},:j}=g_{${layer},j}\,\tfrac{V_{${layer},:j}}{\lVert V_{${layer},:j}\rVert}`;
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
  const past = `+\\,${before}`;
  const at = (measure: LayerMeasure, of: number) => history.layerAt(index, measure, of);
  const forwards = [
    under(at('actRms', layer - 1), rms(before)),
    under(at('weight', layer), norm(`W_{${layer}}`)),
    under(at('actRms', layer), rms(after)),
  ].join('\\quad ');
  const passed = at('gradH', layer - 1);
  const factors = factorsAt(history, index)[layer - 1];
  if (passed === absent || !factors) return forwards;
  const throughBranch = [
    ...(isOutput ? [] : [under(factors.activation, slope(after, z))]),
    under(factors.weights, slope(z, before)),
    ...(at('gradBranch', layer) === absent ? [] : [under(factors.skip, past)]),
  ];
  const isBranchSilent = at('gradBranch', layer) === 0 && passed > 0;
  const product = [
    under(at(isOutput ? 'gradZ' : 'gradH', layer), norm(slope('L', after))),
    ...(isBranchSilent ? [under(factors.total, past)] : throughBranch),
  ].filter((factor) => factor !== '');
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
