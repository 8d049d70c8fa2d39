import { exactly, present } from '../base/at';
import type { Backend } from '../experiment/backends';
import { type Data, makeBatch, makeData, type Rows } from '../experiment/data';
import type { Experiment } from '../experiment/schema';
import { widthsOf } from '../experiment/weights';
import type { Inspection } from '../history/inspection';
import type { NonFinite } from '../history/measures';
import { firstNonFinite, watchable } from '../history/nonFinite';
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
  /**
   * Takes so many steps, whose measures are waited for together, and gives their records; fewer where one stops being
   * finite.
   */
  advanceBy(steps: number): Promise<readonly Float64Array[]>;
  /** Computes the step after the present one and forgets it, so that what it needs compiled is compiled. */
  rehearse(): Promise<void>;
  /**
   * Looks closely at a layer, if one is named, at what the network predicts, and at the norms of all weights if they are
   * asked for, at a step: the present one, or one that has passed, whose weights are then computed again, exactly. Null
   * where no snapshot reaches back to it.
   */
  inspect(step: number, layer: number | null, withNorms?: boolean): Promise<Inspection | null>;
  /** The oldest step whose weights are kept. */
  readonly oldest: number;
  /** The oldest weights that are kept: whoever goes on from them can look back as far as from here. */
  checkpoint(): Promise<Checkpoint>;
  /** Frees everything on the device. */
  dispose(): void;
}

/** Most steps that gain from waiting for the device together: on WebGL a wait takes 4 ms, whatever is read. */
export const mostTogether: Readonly<Record<Backend, number>> = { webgl: 10, wasm: 1, cpu: 1 };

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
  let step = from ? from.step : 0;
  let nonFinite: NonFinite | null = null;
  const validation = data.validation.count > 0 ? uploadRows(ops, data, data.validation) : null;
  snapshots.offer({ step, weights });

  const planAt = (at: number) =>
    present(
      plans.findLast(({ from }) => from <= at),
      at,
      'plan of step',
    ).plan;

  const isValidated = (at: number) =>
    validation !== null && at % plan.settings.validationInterval === 0;

  const batchAt = (settings: Experiment, at: number) =>
    uploadRows(ops, data, makeBatch(settings, data.training, at));

  function compute(own: Plan, at: number, from: Weights, validates: boolean): Step {
    const batch = batchAt(own.settings, at);
    try {
      return computeStep(ops, own, shapeOf(own), {
        weights: from,
        step: at,
        batch,
        validation: validates ? validation : null,
      });
    } finally {
      ops.dispose(batch);
    }
  }

  const oldest = () => snapshots.oldest() ?? { step, weights };

  const ahead = () => (pending ? [pending.next] : []);

  /** Frees what old weights hold and nothing else does that is kept: what the trainer holds now, and `others`. */
  function free(old: readonly Weights[], ...others: readonly Weights[]): void {
    ops.dispose(unshared(old, [weights, ...ahead(), ...snapshots.weights(), ...others]));
  }

  /** Reads what steps have measured, waiting for the device once, and frees it. */
  async function recordsOf(computed: readonly Step[]): Promise<readonly Float64Array[]> {
    const values = await Promise.all(computed.map(({ measured }) => ops.read(measured)));
    ops.dispose(computed.map(({ measured }) => measured));
    return computed.map(({ record }, index) => record(present(values[index], index, 'step read')));
  }

  async function measure(): Promise<Float64Array> {
    const old = ahead();
    pending = null;
    free(old);
    const computed = compute(plan, step, weights, isValidated(step));
    pending = computed;
    const [record] = exactly(1, await recordsOf([computed]), 'records');
    return checked(record);
  }

  function checked(record: Float64Array): Float64Array {
    nonFinite = firstNonFinite(watchable(shape, record), plan.skipsNonFinite);
    return record;
  }

  async function advanceBy(count: number): Promise<readonly Float64Array[]> {
    if (!pending || nonFinite) return [await measure()];
    const steps: { readonly from: Weights; readonly computed: Step }[] = [];
    let from = pending.next;
    while (steps.length < count) {
      const at = step + steps.length + 1;
      const computed = compute(plan, at, from, isValidated(at));
      steps.push({ from, computed });
      from = computed.next;
    }
    const records = await recordsOf(steps.map(({ computed }) => computed));
    const old: Weights[] = [weights];
    const taken: Float64Array[] = [];
    for (const [index, { from: reached, computed }] of steps.entries()) {
      old.push(computed.next);
      if (nonFinite) continue;
      old.push(reached);
      weights = reached;
      pending = computed;
      step += 1;
      old.push(...snapshots.offer({ step, weights }));
      taken.push(checked(present(records[index], index, 'record')));
    }
    free(old);
    return taken;
  }

  /** The weights of a step that has passed, computed again from the snapshot before it. */
  function recall(at: number): Weights | null {
    if (at === step) return weights;
    const snapshot = at < step ? snapshots.upTo(at) : undefined;
    if (!snapshot) return null;
    let found = snapshot.weights;
    try {
      for (let past = snapshot.step; past < at; past++) {
        const { next, measured } = compute(planAt(past), past, found, false);
        ops.dispose(measured);
        free([found], next);
        found = next;
      }
    } catch (error) {
      free([found]);
      throw error;
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
      const [record] = exactly(1, await advanceBy(1), 'records');
      return record;
    },
    advanceBy,
    async rehearse() {
      if (!pending) return;
      const from = pending.next;
      for (const validates of new Set([validation !== null, isValidated(step + 1)])) {
        const { next, measured } = compute(plan, step + 1, from, validates);
        await ops.read(measured);
        ops.dispose(measured);
        free([next]);
      }
    },
    async inspect(at, layer, withNorms = false) {
      const recalled = recall(at);
      if (!recalled) return null;
      const own = planAt(at);
      const batch = batchAt(own.settings, at);
      try {
        return {
          step: at,
          layer: layer === null ? null : await inspectLayer(ops, own, recalled, batch, layer),
          norms: withNorms ? await weightNorms(ops, own, recalled) : null,
          predictions: await predict(ops, own, recalled, data),
        };
      } finally {
        ops.dispose(batch);
        free([recalled]);
      }
    },
    get oldest() {
      return oldest().step;
    },
    async checkpoint() {
      const { step: at, weights: kept } = oldest();
      return { step: at, weights: await readWeights(ops, kept) };
    },
    dispose() {
      ops.dispose(unshared([...ahead(), weights, ...snapshots.weights()], []));
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
