import { activations } from '../../../src/catalog/activations';
import type { Activation } from '../../../src/catalog/activations/activation';
import { entryOf } from '../../../src/catalog/entry';
import { makeBatch, makeData, type Rows } from '../../../src/experiment/data';
import type { Experiment } from '../../../src/experiment/schema';
import { initialWeights, widthsOf } from '../../../src/experiment/weights';
import { type RecordShape, stepColumn } from '../../../src/history/record';
import { adjustments, allFinite, followed, kept, tracked } from './adjustments';
import { type Layer, zipped } from './layers';
import { type Computed, recordOf } from './measures';
import { forward, lossOf, type Pass, type Statistics } from './network';
import { type Memory, optimize } from './optimizers';
import { penalized, processed, rateAt } from './pipeline';
import { type Arithmetic, createTape, filled, type Matrix, mapped } from './tape';

/** How a reference computes. */
export interface Reference {
  readonly settle: Arithmetic;
  /** Rounds signals to the experiment's number format. */
  readonly round: Arithmetic;
  /** What the initial weights are multiplied by, one by one. */
  perturb(): number;
}

/** Everything that training changes. */
interface State {
  readonly parameters: readonly Layer[];
  readonly memory: Memory;
  readonly running: readonly Statistics[];
  readonly lossScale: readonly [scale: number, stood: number];
}

/** A batch, or a part of it, there and back. */
export interface PartPass extends Pass {
  readonly rows: number;
  readonly loss: number;
}

/** Trains an experiment and gives a record of every step from 0 to `steps`, in the shape given. */
export function train(
  experiment: Experiment,
  shape: RecordShape,
  steps: number,
  reference: Reference,
): readonly Float64Array[] {
  const data = makeData(experiment);
  let state = initialState(experiment, reference);
  return Array.from({ length: steps + 1 }, (_, step) => {
    const batch = makeBatch(experiment, data.training, step);
    const { computed, next } = takeStep(experiment, reference, state, batch, step);
    const record = recordOf(experiment, shape, reference.round, computed);
    if (data.validation.count > 0 && step % experiment.validationInterval === 0) {
      record[stepColumn(shape, 'validationLoss')] = validate(
        experiment,
        reference,
        state,
        data.validation,
      );
    }
    state = next;
    return record;
  });
}

function initialState(experiment: Experiment, { perturb }: Reference): State {
  const widths = widthsOf(experiment);
  const { normalization, numberFormat, lossScaling, initialLossScale, lossScale } = experiment;
  const { rectifies }: Activation = entryOf(activations, experiment.activation);
  const parameters = widths.slice(1).map((fanOut, at): Layer => {
    const fanIn = widths[at] ?? 1;
    const drawn = initialWeights(experiment, at + 1, fanIn, fanOut);
    const values = Float64Array.from(drawn, (weight) => weight * perturb());
    const own = at < widths.length - 2 ? normalization : 'none';
    const scale = own === 'weight' && rectifies ? Math.fround(Math.SQRT2) : 1;
    return {
      weight: { rows: fanIn, columns: fanOut, values },
      ...(own !== 'batch' && { bias: filled(1, fanOut) }),
      ...(own !== 'none' && { scale: filled(1, fanOut, scale) }),
      ...(own !== 'none' && own !== 'weight' && { shift: filled(1, fanOut) }),
    };
  });
  const scaling = numberFormat === 'float16' ? lossScaling : 'none';
  return {
    parameters,
    memory: { first: [], second: [] },
    running: widths
      .slice(1, -1)
      .map((width) => ({ mean: filled(1, width), variance: filled(1, width, 1) })),
    lossScale: [{ none: 1, static: lossScale, dynamic: initialLossScale }[scaling], 0],
  };
}

function takeStep(
  experiment: Experiment,
  reference: Reference,
  state: State,
  batch: Rows,
  step: number,
): { readonly computed: Computed; readonly next: State } {
  const { settle } = reference;
  const { parameters } = state;
  const [lossScale] = state.lossScale;
  const count = experiment.gradientAccumulation ? experiment.microBatches : 1;
  const parts = partsOf(batch, count).map((part) =>
    runPart(experiment, reference, parameters, part, lossScale),
  );
  const averaged = parameters.map((layer, at) =>
    zipped(layer, (_, role, index) =>
      settle(
        parts.reduce(
          (sum, part) => sum + (part.parameters[at]?.[role]?.gradient.values[index] ?? 0),
          0,
        ) / count,
      ),
    ),
  );
  const unscaled = averaged.map((layer) => zipped(layer, (g) => settle(g / lossScale)));
  const { penalty, gradients: raw } = penalized(experiment, settle, parameters, unscaled);
  const stages = processed(experiment, settle, parameters, raw);
  const settings = { ...experiment, learningRate: rateAt(experiment, step) };
  const optimized = optimize(settings, settle, step, stages.at(-1)?.[1] ?? raw, state.memory);
  const isDropping = experiment.skipNonFinite || follows(experiment);
  const { stages: adjusted, isDropped } = adjustments(settings, settle, {
    step,
    parameters,
    raw,
    changes: optimized.changes,
    isDropping,
  });
  const changes = adjusted.at(-1)?.[1] ?? optimized.changes;
  return {
    computed: {
      step,
      parameters,
      parts,
      lossScale,
      penalty,
      raw,
      stages,
      optimized: optimized.changes,
      adjusted,
      learningRate: settings.learningRate,
    },
    next: {
      parameters: parameters.map((layer, at) =>
        zipped(layer, (x, role, index) => settle(x + (changes[at]?.[role]?.values[index] ?? 0))),
      ),
      memory: kept(experiment, state.memory, optimized.memory, step, isDropped),
      running: tracked(experiment, settle, state.running, parts, isDropping),
      lossScale: follows(experiment)
        ? followed(experiment, state.lossScale, allFinite(unscaled))
        : state.lossScale,
    },
  };
}

function follows({ numberFormat, lossScaling }: Experiment): boolean {
  return numberFormat === 'float16' && lossScaling === 'dynamic';
}

function runPart(
  experiment: Experiment,
  { settle, round }: Reference,
  parameters: readonly Layer[],
  { count, features, targets }: Rows,
  lossScale: number,
): PartPass {
  const tape = createTape(settle);
  const pass = forward(tape, experiment, round, parameters, matrix(count, features));
  const output = pass.preactivations.at(-1);
  if (!output) throw new RangeError('A network has an output layer.');
  const { loss, gradient } = lossOf(experiment, settle, output.value, matrix(count, targets));
  tape.backward(
    output,
    mapped(gradient, (g) => round(settle(g * lossScale))),
  );
  return { ...pass, rows: count, loss };
}

function validate(
  experiment: Experiment,
  { settle, round }: Reference,
  { parameters, running }: State,
  { count, features, targets }: Rows,
): number {
  const known = experiment.normalization === 'batch' ? running : undefined;
  const tape = createTape(settle);
  const pass = forward(tape, experiment, round, parameters, matrix(count, features), known);
  const output = pass.preactivations.at(-1)?.value;
  return output ? lossOf(experiment, settle, output, matrix(count, targets)).loss : Number.NaN;
}

function partsOf({ count, features, targets }: Rows, parts: number): readonly Rows[] {
  const rows = count / parts;
  const part = (values: Float32Array, at: number) =>
    values.subarray((at * values.length) / parts, ((at + 1) * values.length) / parts);
  return Array.from({ length: parts }, (_, at) => ({
    count: rows,
    features: part(features, at),
    targets: part(targets, at),
  }));
}

function matrix(rows: number, values: Float32Array): Matrix {
  return { rows, columns: values.length / rows, values: Float64Array.from(values) };
}
