import { type Data, makeBatch, makeData, type Rows } from '../experiment/data';
import type { Experiment } from '../experiment/schema';
import { widthsOf } from '../experiment/weights';
import type { Inspection } from '../history/inspection';
import type { NonFinite } from '../history/measures';
import { firstNonFinite } from '../history/nonFinite';
import { type RecordShape, recordShape } from '../history/record';
import type { Ops } from '../ops/ops';
import { inspectLayer } from './inspect/layer';
import { predict } from './inspect/predictions';
import { weightNorms } from './inspect/weightNorms';
import type { DeviceRows } from './measures/quality';
import { stagesOf } from './pipeline';
import { type Plan, planOf } from './plan';
import { createSnapshots } from './snapshots';
import { computeStep, type Step } from './step';
import {
  bytesOf,
  type Checkpoint,
  initializeWeights,
  initialOf,
  readWeights,
  tensorsOf,
  unshared,
  uploadWeights,
  type Weights,
} from './weights';

/**
 * One network in training. Its present weights have always been measured: a step is computed, with
 * the update it would make, before it is taken. Calls must not overlap.
 */
export interface Trainer {
  /** The shape of the last record; a change of settings may change what is measured. */
  readonly shape: RecordShape;
  /** Steps taken so far. */
  readonly step: number;
  /** The first tensor that stopped being finite; from then on no step is taken. */
  readonly nonFinite: NonFinite | null;
  /** Measures the present weights again, under changed live settings, and gives the record. */
  measure(settings?: Experiment): Promise<Float64Array>;
  /** Takes the measured step and measures the weights it leads to. */
  advance(): Promise<Float64Array>;
  /** Computes the step after the present one and forgets it, so that what it needs compiled is compiled. */
  rehearse(): Promise<void>;
  /**
   * Looks closely at a layer, if one is named, at what the network predicts, and at the norms of all weights if they are
   * asked for, at a step: the present one, or one that has passed, whose weights are then computed again, exactly. Null
   * where no snapshot reaches back to it.
   */
  inspect(step: number, layer: number | null, withNorms?: boolean): Promise<Inspection | null>;
  /** The oldest weights that are kept: whoever goes on from them can look back as far as from here. */
  checkpoint(): Promise<Checkpoint>;
  /** Frees everything on the device. */
  dispose(): void;
}

/** What a trainer starts with, where not with the experiment alone. */
interface Start {
  /** Widths other than the experiment's own, for comparisons. */
  readonly widths?: readonly number[];
  /** Where to go on from; without it, step 0. */
  readonly from?: Checkpoint | null;
}

/** Builds an experiment's network and data from its seed, with initial weights or those of a checkpoint. */
export function createTrainer(
  ops: Ops,
  experiment: Experiment,
  { widths = widthsOf(experiment), from = null }: Start = {},
): Trainer {
  const data = makeData(experiment);
  let plan = planOf(experiment, widths);
  const plans: { readonly from: number; readonly plan: Plan }[] = [{ from: 0, plan }];
  let shape = shapeOf(plan);
  let weights = from
    ? uploadWeights(ops, from.weights)
    : initializeWeights(ops, plan, initialOf(plan));
  const snapshots = createSnapshots(bytesOf(weights));
  let pending: Step | null = null;
  let step = from?.step ?? 0;
  let nonFinite: NonFinite | null = null;
  const validation = data.validation.count > 0 ? uploadRows(ops, data, data.validation) : null;
  snapshots.offer({ step, weights });

  const planAt = (at: number) => plans.findLast(({ from }) => from <= at)?.plan ?? plan;

  const isValidated = (at: number) =>
    validation !== null && at % plan.settings.validationInterval === 0;

  const batchAt = (settings: Experiment, at: number) =>
    uploadRows(ops, data, makeBatch(settings, data.training, at));

  function compute(own: Plan, at: number, from: Weights, validates: boolean): Step {
    const batch = batchAt(own.settings, at);
    const computed = computeStep(ops, own, shapeOf(own), {
      weights: from,
      step: at,
      batch,
      validation: validates ? validation : null,
    });
    ops.dispose(batch);
    return computed;
  }

  /** Frees what these weights hold alone. */
  function release(old: Weights | undefined, ...kept: readonly Weights[]): void {
    if (old) ops.dispose(unshared(old, [...kept, ...snapshots.weights()]));
  }

  async function measure(): Promise<Float64Array> {
    release(pending?.next, weights);
    pending = null;
    const computed = compute(plan, step, weights, isValidated(step));
    pending = computed;
    const values = await ops.read(computed.measured);
    ops.dispose(computed.measured);
    const record = computed.record(values);
    nonFinite = firstNonFinite(shape, record, plan.skipsNonFinite);
    return record;
  }

  /** The weights of a step that has passed, computed again from the snapshot before it. */
  function recall(at: number): Weights | null {
    if (at === step) return weights;
    const snapshot = at < step ? snapshots.upTo(at) : undefined;
    if (!snapshot) return null;
    let found = snapshot.weights;
    for (let past = snapshot.step; past < at; past++) {
      const { next, measured } = compute(planAt(past), past, found, false);
      ops.dispose(measured);
      release(found, next, weights);
      found = next;
    }
    return found;
  }

  return {
    get shape() {
      return shape;
    },
    get step() {
      return step;
    },
    get nonFinite() {
      return nonFinite;
    },
    measure(settings) {
      if (settings) {
        plan = planOf(settings, widths);
        shape = shapeOf(plan);
        if (plans.at(-1)?.from === step) plans.pop();
        plans.push({ from: step, plan });
      }
      return measure();
    },
    async advance() {
      if (!pending || nonFinite) return measure();
      const { next } = pending;
      pending = null;
      release(weights, next);
      weights = next;
      step += 1;
      for (const old of snapshots.offer({ step, weights })) release(old, weights);
      return measure();
    },
    async rehearse() {
      if (!pending) return;
      const from = pending.next;
      for (const validates of new Set([validation !== null, isValidated(step + 1)])) {
        const { next, measured } = compute(plan, step + 1, from, validates);
        await ops.read(measured);
        ops.dispose(measured);
        release(next, from, weights);
      }
    },
    async inspect(at, layer, withNorms = false) {
      const recalled = recall(at);
      if (!recalled) return null;
      const own = planAt(at);
      const batch = batchAt(own.settings, at);
      const found = {
        step: at,
        layer: layer === null ? null : await inspectLayer(ops, own, recalled, batch, layer),
        norms: withNorms ? await weightNorms(ops, own, recalled) : null,
        predictions: await predict(ops, own, recalled, data),
      };
      ops.dispose(batch);
      if (recalled !== weights) release(recalled, weights);
      return found;
    },
    async checkpoint() {
      const oldest = snapshots.oldest() ?? { step, weights };
      return { step: oldest.step, weights: await readWeights(ops, oldest.weights) };
    },
    dispose() {
      release(pending?.next, weights);
      ops.dispose([...new Set([weights, ...snapshots.weights()].flatMap(tensorsOf))]);
      ops.dispose(validation);
    },
  };
}

function shapeOf(plan: Plan): RecordShape {
  return recordShape(plan.depth, stagesOf(plan));
}

function uploadRows(ops: Ops, { inputs, outputs }: Data, rows: Rows): DeviceRows {
  return {
    features: ops.upload(rows.features, [rows.count, inputs]),
    targets: ops.upload(rows.targets, [rows.count, outputs]),
  };
}
