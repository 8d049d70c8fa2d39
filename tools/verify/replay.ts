import { stagesOf } from '../../src/engine/pipeline';
import { type Plan, planOf } from '../../src/engine/plan';
import { computeStep } from '../../src/engine/step';
import { initializeWeights, type Weights } from '../../src/engine/weights';
import { absent, type LayerMeasure } from '../../src/history/measures';
import { layerColumn, type RecordShape, recordShape, stepColumn } from '../../src/history/record';
import type { Ops } from '../../src/ops/ops';
import type { Role } from '../../src/ops/parameters';
import { type Case, type CaseStep, type Nested, type ParameterValues, settingsOf } from './cases';

/** How far a replayed case is from its reference, at worst. */
export interface Deviation {
  readonly name: string;
  /** Relative, over all steps and after the last. */
  readonly loss: number;
  /** Relative, over all layers, steps and kinds of norm. */
  readonly norms: number;
  /** Absolute, over all final parameters. */
  readonly parameters: number;
  readonly unsupported: readonly string[];
}

/** The largest deviations that count as agreement. */
export const tolerance = { loss: 1e-4, norms: 1e-4, parameters: 2e-5 } as const;

/** Whether a replayed case agrees with its reference. */
export function agrees(deviation: Deviation): boolean {
  const { loss, norms, parameters, unsupported } = deviation;
  return (
    unsupported.length === 0 &&
    loss <= tolerance.loss &&
    norms <= tolerance.norms &&
    parameters <= tolerance.parameters
  );
}

/** Replays a case through the step function that training runs, and compares every number it gives. */
export async function replay(ops: Ops, reference: Case): Promise<Deviation> {
  const { name, widths } = reference.config;
  const settings = settingsOf(reference);
  if ('unsupported' in settings) {
    return { name, loss: Number.NaN, norms: Number.NaN, parameters: Number.NaN, ...settings };
  }
  const plan = planOf(settings.experiment, widths);
  const shape = recordShape(plan.depth, stagesOf(plan));
  const batch = { features: matrix(ops, reference.x), targets: matrix(ops, reference.y) };
  let weights = initializeWeights(ops, plan, ({ role }, layer) =>
    Float32Array.from(flat(valuesOf(reference.init, role, layer))),
  );
  let loss = 0;
  let norms = 0;
  const run = async (step: number) => {
    const computed = computeStep(ops, plan, shape, { weights, step, batch, validation: null });
    return { next: computed.next, record: computed.record(await ops.read(computed.measured)) };
  };
  for (const [step, expected] of reference.steps.entries()) {
    const { next, record } = await run(step);
    loss = Math.max(loss, ...lossErrors(shape, record, expected));
    norms = Math.max(norms, ...normErrors(shape, record, expected));
    weights = next;
  }
  const { record } = await run(reference.steps.length);
  loss = Math.max(loss, relative(record[stepColumn(shape, 'loss')], reference.finalDataLoss));
  const parameters = await parameterError(ops, plan, weights, reference.final);
  return { name, loss, norms, parameters, unsupported: [] };
}

function lossErrors(shape: RecordShape, record: Float64Array, expected: CaseStep): number[] {
  const loss = record[stepColumn(shape, 'loss')] ?? Number.NaN;
  const penalty = record[stepColumn(shape, 'penalty')] ?? absent;
  const total = loss + (penalty === absent ? 0 : penalty);
  return [relative(loss, expected.dataLoss), relative(total, expected.totalLoss)];
}

function normErrors(shape: RecordShape, record: Float64Array, expected: CaseStep): number[] {
  const compare = (
    measure: LayerMeasure,
    values: readonly (number | null)[] | null,
    first: number,
  ) =>
    (values ?? []).map((value, index) => {
      const actual = record[layerColumn(shape, measure, first + index)];
      return value === null ? relative(actual, absent) : relative(actual, value);
    });
  return [
    relative(record[stepColumn(shape, 'gradNorm')], expected.globalRaw),
    ...compare('gradW', expected.gradW, 1),
    ...compare('gradB', expected.gradB, 1),
    ...compare('processedW', expected.procW, 1),
    ...compare('gradZ', expected.gradZ, 1),
    ...compare('gradH', expected.gradH, 0),
    ...compare('actRms', expected.actRms, 0),
  ];
}

async function parameterError(
  ops: Ops,
  { layout }: Plan,
  { parameters }: Weights,
  expected: ParameterValues,
): Promise<number> {
  let error = 0;
  for (const [index, { role, layers }] of layout.entries()) {
    const stack = parameters[index];
    const values = stack ? await ops.read(stack) : [];
    const wanted = layers.flatMap((layer) => flat(valuesOf(expected, role, layer)));
    wanted.forEach((value, position) => {
      error = Math.max(error, Math.abs((values[position] ?? Number.NaN) - value));
    });
  }
  return error;
}

const kinds = { weight: 'W', bias: 'b', scale: 'gamma', shift: 'beta' } as const satisfies Record<
  Role,
  keyof ParameterValues
>;

function valuesOf(values: ParameterValues, role: Role, layer: number): Nested {
  return values[kinds[role]]?.[layer - 1] ?? [];
}

function flat(values: Nested): number[] {
  return typeof values === 'number' ? [values] : values.flatMap(flat);
}

function matrix(ops: Ops, rows: readonly (readonly number[])[]) {
  return ops.upload(Float32Array.from(rows.flat()), [rows.length, rows[0]?.length ?? 0]);
}

function relative(actual: number | undefined, expected: number): number {
  return Math.abs((actual ?? Number.NaN) - expected) / (1e-9 + Math.abs(expected));
}
