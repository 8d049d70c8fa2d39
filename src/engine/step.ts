import { at, present } from '../base/at';
import type { Statistics } from '../catalog/normalizations/normalization';
import { emptyRecord, type RecordShape, stepColumn } from '../history/record';
import type { Ops, Tensor } from '../ops/ops';
import type { Stacks } from '../ops/parameters';
import { losesVariance } from '../theory/variance';
import { byLayer, stacked } from './layout';
import { lossScaleOf } from './lossScale';
import { measureChange, measureGradients, measureStages } from './measures/parameters';
import { type DeviceRows, measureAccuracy, measureValidation } from './measures/quality';
import { collectReadings, type Readings } from './measures/readings';
import { measureBackward, measureForward, measureWeightedSlopes } from './measures/signals';
import { type Passes, runPasses } from './passes';
import { processGradients } from './pipeline';
import type { Plan } from './plan';
import type { Weights } from './weights';

/** A step computed but not taken. */
export interface Step {
  /** What training goes on with if the step is taken. */
  readonly next: Weights;
  /** What was measured at the present weights: one small tensor, to be read back once. */
  readonly measured: Tensor;
  /** Makes the step's record of the values of `measured`. */
  record(values: Float32Array): Float64Array;
}

/** What a step is computed from. */
export interface StepInput {
  readonly weights: Weights;
  /** Steps taken so far. */
  readonly step: number;
  readonly batch: DeviceRows;
  /** Rows to validate on at this step, if it is one that validates. */
  readonly validation: DeviceRows | null;
}

/**
 * One training step at the present weights: forward, loss, backward, safeguards, optimizer. Nothing
 * changes in place: whoever takes the step frees the weights it replaces.
 */
export function computeStep(
  ops: Ops,
  plan: Plan,
  shape: RecordShape,
  { weights, step, batch, validation }: StepInput,
): Step {
  const record = emptyRecord(shape);
  record[stepColumn(shape, 'step')] = step;
  const readings = collectReadings(ops, shape, record);
  const computed = ops.tidy(() => {
    const layers = byLayer(ops, plan.layout, weights.parameters);
    const lossScale = lossScaleOf(ops, plan, weights);
    const passes = runPasses(ops, plan, layers, batch, lossScale.factor);
    const { raw, nextScale } = readings.tidy(() => {
      const scaled = stacked(ops, plan.layout, passes.gradients.parameters);
      ops.dispose(passes.gradients.parameters);
      const gradients = lossScale.unscale(scaled);
      return {
        raw: penalize(ops, plan, weights.parameters, gradients, readings),
        nextScale: lossScale.next(gradients),
      };
    });
    const processed = processGradients(ops, plan, weights, step, raw);

    record[stepColumn(shape, 'learningRate')] = processed.learningRate;
    readings.step('loss', passes.loss);
    measureAccuracy(ops, plan, passes.output, batch.targets, readings);
    measureForward(ops, plan, passes, batch.features, readings);
    measureBackward(ops, plan, passes.gradients, lossScale.factor, readings);
    if (step === 0 && losesVariance(plan.settings))
      measureWeightedSlopes(ops, plan, passes, readings);
    measureGradients(ops, plan, raw, readings);
    measureStages(plan, processed, readings);
    measureChange(ops, plan, weights.parameters, processed, readings);
    if (validation) measureValidation(ops, plan, layers, weights, validation, readings);

    return {
      next: {
        parameters: added(ops, weights.parameters, processed.changes),
        optimizer: processed.optimizer,
        safeguards: processed.safeguards,
        lossScale: nextScale,
        running: trackStatistics(ops, plan, weights, passes),
      },
      measured: readings.tensor(),
    };
  });
  return {
    ...computed,
    record(values) {
      readings.write(values);
      return record;
    },
  };
}

/** Adds the gradient of the penalties in force to that of the data loss, and measures the penalty. */
function penalize(
  ops: Ops,
  { layout, penalties, settings }: Plan,
  parameters: Stacks,
  gradients: Stacks,
  readings: Readings,
): Stacks {
  const weights = parameters.filter(
    (_, index) => at(layout, index, 'parameter group').role === 'weight',
  );
  if (penalties.length === 0) return gradients;
  readings.tidy(() => {
    const costs = penalties.flatMap(({ penalty }) => weights.map((w) => penalty(ops, w, settings)));
    readings.step(
      'penalty',
      costs.reduce((sum, cost) => ops.add(sum, cost)),
    );
  });
  return gradients.map((gradient, index) => {
    if (at(layout, index, 'parameter group').role !== 'weight') return gradient;
    const own = at(parameters, index, 'parameter group');
    return ops.tidy(() =>
      penalties.reduce(
        (sum, penalty) => ops.add(sum, penalty.gradient(ops, own, settings)),
        gradient,
      ),
    );
  });
}

function added(ops: Ops, values: Stacks, changes: Stacks): Stacks {
  return values.map((value, index) =>
    ops.add(value, at(changes, index, 'change of parameter group')),
  );
}

function trackStatistics(
  ops: Ops,
  { method, settings, skipsNonFinite }: Plan,
  { running }: Weights,
  { statistics }: Passes,
): Weights['running'] {
  const followed = method?.running;
  if (!followed) return running;
  return running.map((before, index) =>
    statistics.reduce((kept, microBatch) => {
      const seen = present(microBatch[index], index + 1, 'mean of layer');
      const tracked = followed.track(ops, kept, seen, settings);
      return skipsNonFinite ? finiteOr(ops, tracked, kept) : tracked;
    }, before),
  );
}

/** Statistics with what is not finite in them as it was before. */
function finiteOr(ops: Ops, next: Statistics, before: Statistics): Statistics {
  const keep = (name: keyof Statistics) =>
    ops.where(ops.equal(ops.mul(next[name], 0), 0), next[name], before[name]);
  return { mean: keep('mean'), variance: keep('variance') };
}
