import { type Data, makeBatch, makeData, type Rows } from '../experiment/data';
import type { Experiment } from '../experiment/schema';
import { initialWeights } from '../experiment/weights';
import type { NonFinite } from '../history/measures';
import { firstNonFinite } from '../history/nonFinite';
import { type RecordShape, recordShape } from '../history/record';
import type { Ops } from '../ops/ops';
import type { DeviceRows } from './measures/quality';
import { stagesOf } from './pipeline';
import { type Plan, planOf } from './plan';
import { computeStep, type Step } from './step';
import { type Initial, initializeWeights, type Weights } from './weights';

/**
 * One network in training. Its present weights have always been measured: a step is computed, with
 * the update it would make, before it is taken. Calls must not overlap.
 */
export interface Trainer {
  /** The shape of the last record; a change of settings may change what is measured. */
  readonly shape: RecordShape;
  /** The first tensor that stopped being finite; from then on no step is taken. */
  readonly nonFinite: NonFinite | null;
  /** Measures the present weights again, under changed live settings, and gives the record. */
  measure(settings?: Experiment): Promise<Float64Array>;
  /** Takes the measured step and measures the weights it leads to. */
  advance(): Promise<Float64Array>;
  /** Frees everything on the device. */
  dispose(): void;
}

/** Builds an experiment's network, data and initial weights from its seed. */
export function createTrainer(ops: Ops, experiment: Experiment): Trainer {
  const data = makeData(experiment);
  let plan = planOf(experiment);
  let shape = shapeOf(plan);
  let weights = initializeWeights(ops, plan, initialOf(experiment, plan));
  let pending: Step | null = null;
  let step = 0;
  let nonFinite: NonFinite | null = null;
  const validation = data.validation.count > 0 ? uploadRows(ops, data, data.validation) : null;

  async function measure(): Promise<Float64Array> {
    discard(ops, weights, pending);
    pending = null;
    const rows = makeBatch(plan.settings, data.training, step);
    const batch = uploadRows(ops, data, rows);
    const validates = step % plan.settings.validationInterval === 0;
    const computed = computeStep(ops, plan, shape, {
      weights,
      step,
      batch,
      validation: validates ? validation : null,
    });
    ops.dispose(batch);
    pending = computed;
    const values = await ops.read(computed.measured);
    ops.dispose(computed.measured);
    const record = computed.record(values);
    nonFinite = firstNonFinite(shape, record, plan.skipsNonFinite);
    return record;
  }

  return {
    get shape() {
      return shape;
    },
    get nonFinite() {
      return nonFinite;
    },
    measure(settings) {
      if (settings) {
        plan = planOf(settings);
        shape = shapeOf(plan);
      }
      return measure();
    },
    async advance() {
      if (!pending || nonFinite) return measure();
      const { next } = pending;
      pending = null;
      ops.dispose(replaced(weights, next));
      weights = next;
      step += 1;
      return measure();
    },
    dispose() {
      discard(ops, weights, pending);
      ops.dispose([weights, validation]);
    },
  };
}

function shapeOf(plan: Plan): RecordShape {
  return recordShape(plan.depth, stagesOf(plan));
}

/** Biases and shifts start at 0, scales where they change nothing, weights as the experiment draws them. */
function initialOf(experiment: Experiment, { reparameterization }: Plan): Initial {
  return ({ role, shape }, layer) => {
    const [fanIn = 1, fanOut = 1] = shape;
    if (role === 'weight') return initialWeights(experiment, layer, fanIn, fanOut);
    const scale = reparameterization?.initialScale ?? 1;
    return new Float32Array(fanIn).fill(role === 'scale' ? scale : 0);
  };
}

function uploadRows(ops: Ops, { inputs, outputs }: Data, rows: Rows): DeviceRows {
  return {
    features: ops.upload(rows.features, [rows.count, inputs]),
    targets: ops.upload(rows.targets, [rows.count, outputs]),
  };
}

/** Frees what a step made that is not part of the present weights. */
function discard(ops: Ops, weights: Weights, step: Step | null): void {
  if (step) ops.dispose(replaced(step.next, weights));
}

/** The tensors of some weights that others do not share. */
function replaced(weights: Weights, kept: Weights): readonly unknown[] {
  const shared = new Set(tensorsOf(kept));
  return tensorsOf(weights).filter((tensor) => !shared.has(tensor));
}

function tensorsOf({
  parameters,
  optimizer,
  safeguards,
  lossScale,
  running,
}: Weights): readonly unknown[] {
  return [
    ...parameters,
    ...optimizer.flat(),
    ...Object.values(safeguards).flat(2),
    ...(lossScale ? [lossScale] : []),
    ...running.flatMap(({ mean, variance }) => [mean, variance]),
  ];
}
