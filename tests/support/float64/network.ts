import type { Experiment } from '../../../src/experiment/schema';
import { erf } from '../numbers';
import type { Layer, Role } from './layers';
import { type Arithmetic, filled, type Matrix, mapped, type Tape, type Variable } from './tape';

/** Mean and variance of every unit of a hidden layer, `[1, width]`. */
export interface Statistics {
  readonly mean: Matrix;
  readonly variance: Matrix;
}

/** A pass forward: everything whose gradient is measured. */
export interface Pass {
  readonly input: Variable;
  readonly parameters: readonly Readonly<Partial<Record<Role, Variable>>>[];
  /** `h_0 … h_{D−1}`, the first the input as the network sees it. */
  readonly signals: readonly Variable[];
  /** The same, as the weights of the next layer see them, beside its skip. */
  readonly throughWeights: readonly Variable[];
  /** `z_1 … z_D`. */
  readonly preactivations: readonly Variable[];
  readonly statistics: readonly Statistics[];
}

type Curve = readonly [f: (x: number) => number, slope: (x: number, y: number) => number];

const alpha = 1.6732632423543772;
const lambda = 1.0507009873554805;
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const normal = (x: number) => (1 + erf(x * Math.SQRT1_2)) / 2;
const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

function curve({ activation, negativeSlope }: Experiment): Curve {
  const curves: Record<Experiment['activation'], Curve> = {
    linear: [(x) => x, () => 1],
    relu: [(x) => (x <= 0 ? 0 : x), (x) => (x <= 0 ? 0 : 1)],
    leakyRelu: [(x) => (x <= 0 ? negativeSlope * x : x), (x) => (x <= 0 ? negativeSlope : 1)],
    tanh: [Math.tanh, (_, y) => 1 - y * y],
    sigmoid: [sigmoid, (_, y) => y * (1 - y)],
    elu: [(x) => (x <= 0 ? Math.expm1(x) : x), (x) => (x <= 0 ? Math.exp(x) : 1)],
    selu: [
      (x) => lambda * (x <= 0 ? alpha * Math.expm1(x) : x),
      (x) => lambda * (x <= 0 ? alpha * Math.exp(x) : 1),
    ],
    gelu: [
      (x) => (x < -30 ? 0 : x * normal(x)),
      (x) => normal(x) + (x * x > 900 ? 0 : x * density(x)),
    ],
    silu: [
      (x) => (x < -700 ? 0 : x * sigmoid(x)),
      (x) => sigmoid(x) + (Math.abs(x) > 700 ? 0 : x * sigmoid(x) * (1 - sigmoid(x))),
    ],
  };
  return curves[activation];
}

/** Runs rows `[batch, inputs]` forward; with statistics given, batch normalization uses those. */
export function forward(
  tape: Tape,
  experiment: Experiment,
  round: Arithmetic,
  layers: readonly Layer[],
  features: Matrix,
  running?: readonly Statistics[],
): Pass {
  const { normalization } = experiment;
  const back = (x: Variable) => tape.gradientRounded(x, round);
  const there = (x: Variable) => tape.rounded(x, round);
  const statistics: Statistics[] = [];
  const parameters = layers.map(
    (layer) =>
      Object.fromEntries(
        Object.entries(layer).map(([role, value]) => [role, tape.variable(value)]),
      ) as Readonly<Partial<Record<Role, Variable>>>,
  );
  const times = (x: Variable, factor: number) =>
    tape.unary(
      x,
      (value) => value * factor,
      () => factor,
    );

  function dense(input: Variable, at: number): Variable {
    const { weight, bias, scale } = parameters[at] ?? {};
    if (!weight) throw new RangeError('Every layer has a weight.');
    const used = normalization === 'weight' && scale ? directed(weight, scale) : weight;
    const z = tape.matMul(input, back(used));
    return there(bias ? tape.add(z, back(bias)) : z);
  }

  function directed(direction: Variable, scale: Variable): Variable {
    const squares = times(tape.mean(tape.mul(direction, direction), 0), direction.value.rows);
    return tape.mul(tape.div(direction, root(squares)), scale);
  }

  const plus = (x: Variable, y: number) =>
    tape.unary(
      x,
      (value) => value + y,
      () => 1,
    );
  const root = (x: Variable) => tape.unary(x, Math.sqrt, (_, y) => 1 / (2 * y));

  function normalize(z: Variable, at: number): Variable {
    const { scale, shift } = parameters[at] ?? {};
    if (!scale || !shift) return z;
    const axis = normalization === 'batch' ? 0 : 1;
    const known = running?.[at];
    const mean = known ? tape.variable(known.mean) : tape.mean(z, axis);
    const centered = normalization === 'rms' ? z : tape.sub(z, mean);
    const variance = known
      ? tape.variable(known.variance)
      : tape.mean(tape.mul(centered, centered), axis);
    statistics.push({ mean: mean.value, variance: variance.value });
    const deviation = root(plus(variance, experiment.normEpsilon));
    const normalized = tape.div(centered, deviation);
    return there(tape.add(tape.mul(normalized, back(scale)), back(shift)));
  }

  const [f, slope] = curve(experiment);
  const factors = skipAndBranch(experiment);
  const input = tape.variable(features);
  const signals = [there(input)];
  const throughWeights: Variable[] = [];
  const preactivations: Variable[] = [];
  layers.forEach((_, at) => {
    const signal = back(signals[at] as Variable);
    const straight = back(signal);
    throughWeights.push(straight);
    const z = dense(straight, at);
    preactivations.push(z);
    if (at === layers.length - 1) return;
    const y = back(normalize(back(z), at));
    const activated = tape.unary(y, (x) => round(f(x)), slope);
    const fits = signal.value.columns === activated.value.columns;
    signals.push(
      factors && fits
        ? there(tape.add(times(signal, factors.skip), times(back(activated), factors.branch)))
        : activated,
    );
  });
  return { input, parameters, signals, throughWeights, preactivations, statistics };
}

function skipAndBranch({ residual, depth, residualSkip, residualBranch }: Experiment) {
  const plain = { skip: 1, branch: 1 };
  return {
    none: null,
    plain,
    inverseSqrtTwo: { ...plain, branch: Math.SQRT1_2 },
    inverseSqrtDepth: { ...plain, branch: 1 / Math.sqrt(depth) },
    custom: { skip: residualSkip, branch: residualBranch },
  }[residual];
}

/** The mean loss of outputs against targets, and its gradient. */
export function lossOf(
  { loss }: Experiment,
  settle: Arithmetic,
  output: Matrix,
  target: Matrix,
): { readonly loss: number; readonly gradient: Matrix } {
  const { rows, columns, values } = output;
  const at = (index: number) => target.values[index] ?? 0;
  if (loss === 'meanSquaredError') {
    const errors = mapped(output, (x, index) => settle(x - at(index)));
    const squares = errors.values.reduce((sum, x) => settle(sum + settle(x * x)), 0);
    return {
      loss: squares / values.length,
      gradient: mapped(errors, (x) => settle(x * (2 / values.length))),
    };
  }
  let total = 0;
  const gradient = filled(rows, columns);
  for (let row = 0; row < rows; row++) {
    const logits = values.subarray(row * columns, (row + 1) * columns);
    const largest = logits.reduce((most, x) => (x > most || Number.isNaN(x) ? x : most));
    const shifted = logits.map((x) => settle(x - largest));
    const sum = shifted.reduce((all, x) => all + Math.exp(x), 0);
    shifted.forEach((x, column) => {
      const index = row * columns + column;
      if (at(index) > 0) total -= x - Math.log(sum);
      gradient.values[index] = settle((settle(Math.exp(x) / sum) - at(index)) / rows);
    });
  }
  return { loss: settle(total / rows), gradient };
}
