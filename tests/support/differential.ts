import fc from 'fast-check';
import { experimentOf } from '../../src/experiment/legality';
import type { Experiment } from '../../src/experiment/schema';
import { absent } from '../../src/history/measures';
import { firstNonFinite, watchable } from '../../src/history/nonFinite';
import { type RecordShape, stepColumn } from '../../src/history/record';
import { spreadExperiment } from './experiments';
import { exactly, jittered, perturbed } from './float64/arithmetic';
import { train } from './float64/training';

/** Steps that a comparison follows. */
export const followedSteps = 5;

/** Norms below this are left out. */
const tiniest = 1e-30;

/** Legal experiments small enough for many of them; some with settings under which networks train. */
export const smallExperiment = fc
  .record({
    any: spreadExperiment,
    size: fc.record({
      depth: fc.integer({ min: 1, max: 10 }),
      width: fc.integer({ min: 1, max: 20 }),
      samples: fc.integer({ min: 10, max: 60 }),
      batchSize: fc.integer({ min: 1, max: 32 }),
      microBatches: fc.integer({ min: 1, max: 8 }),
    }),
    tame: fc.option(
      fc.record({
        gain: fc.double({ min: 0.5, max: 2, noNaN: true }),
        learningRate: fc.double({ min: 1e-4, max: 0.1, noNaN: true }),
        targetScale: fc.constant(1),
      }),
      { freq: 2 },
    ),
  })
  .map(({ any, size, tame }) => experimentOf({ ...any, ...size, ...tame }).experiment);

type Records = readonly Float64Array[];

/** By measure, over all layers. */
type Strays = ReadonlyMap<string, number>;

interface StraysOfStep {
  readonly perturbed: Strays;
  readonly rounded: Strays;
}

/** What the reference says of an experiment, and how far it strays itself. */
export interface Expectation {
  readonly shape: RecordShape;
  readonly records: Records;
  /** The largest relative deviation of each measure up to each step, with other initial weights, and with float32's rounding. */
  readonly strays: readonly StraysOfStep[];
  /** What may always deviate. */
  readonly floor: number;
  readonly isNearOverflow: boolean;
}

/** Trains the reference: as it is, three times perturbed, and six times with float32's rounding. */
export function expectationOf(experiment: Experiment, shape: RecordShape): Expectation {
  const exact = exactly(experiment);
  const records = train(experiment, shape, followedSteps, exact);
  const others = (make: typeof perturbed, seeds: readonly number[]) =>
    seeds.map((seed) => train(experiment, shape, followedSteps, make(experiment, seed)));
  const [moved, rounded] = [others(perturbed, [1, 2, 3]), others(jittered, [4, 5, 6, 7, 8, 9])];
  const strayed = (lists: readonly Records[], step: number): Strays => {
    const strays = new Map<string, number>();
    for (const list of lists) {
      for (let at = 0; at <= step; at++) gather(strays, shape, records[at], list[at]);
    }
    return strays;
  };
  return {
    shape,
    records,
    strays: records.map((_, step) => ({
      perturbed: strayed(moved, step),
      rounded: strayed(rounded, step),
    })),
    floor: floorOf(experiment),
    isNearOverflow: exact.isNearOverflow(),
  };
}

/** 1e-4; ten times the unit roundoff of float16 where that is in force; more with GELU, whose erf is known to 2e-7. */
function floorOf({ numberFormat, activation }: Experiment): number {
  if (numberFormat === 'float16') return 10 * 2 ** -11;
  return activation === 'gelu' ? 1e-3 : 1e-4;
}

/** What a comparison with the reference found. */
export interface Difference {
  /** What differs, in words; nothing where the two agree. */
  readonly faults: readonly string[];
  /** Values compared, and those left out as too small. */
  readonly compared: number;
  readonly tiny: number;
  /** Values of measures in which the reference strays by all they are, as where much cancels. */
  readonly unknown: number;
  /** Whether the end was left out because overflow was near. */
  readonly isExempt: boolean;
  /** Whether the reference itself strays so far that nothing can be said from some step on. */
  readonly isChaotic: boolean;
  /** Whether only float32's rounding explains a deviation that a perturbation does not. */
  readonly isRounding: boolean;
}

/**
 * Compares an engine's records with the reference's: a value deviates by at most 10 times what the reference itself
 * strays up to that step, and may always deviate by the floor. Where loss or gradient are unknown, it ends. The first non-finite step is the same, its layer within one, unless overflow was near.
 */
export function difference(expectation: Expectation, records: Records): Difference {
  const { shape, strays, floor, isNearOverflow } = expectation;
  const isSkipping = shape.steps.includes('after:skipNonFinite');
  const faults: string[] = [];
  let [compared, tiny, unknown, isRounding, isExempt, isChaotic] = [0, 0, 0, false, false, false];
  for (const [step, record] of records.entries()) {
    const wanted = expectation.records[step] ?? new Float64Array();
    const limits = limitsOf(strays[step] ?? { perturbed: none, rounded: none }, floor);
    isChaotic = limits.isChaotic;
    if (isChaotic) break;
    const ends = firstNonFinite(watchable(shape, wanted), isSkipping);
    const ended = firstNonFinite(watchable(shape, record), isSkipping);
    if (ends || ended) {
      const isSame = ends && ended && Math.abs(ends.layer - ended.layer) <= 1;
      isExempt = isNearOverflow && !isSame;
      if (!isSame && !isNearOverflow) {
        faults.push(`step ${step}: ends at ${JSON.stringify(ended)}, not ${JSON.stringify(ends)}`);
      }
      break;
    }
    if (!hasGradient(shape, wanted) || !hasGradient(shape, record)) {
      if (hasGradient(shape, wanted) !== hasGradient(shape, record)) {
        isExempt = isNearOverflow;
        if (!isNearOverflow) faults.push(`step ${step}: only one of the gradients is finite`);
        break;
      }
      continue;
    }
    wanted.forEach((value, column) => {
      if (value === absent) return;
      const got = record[column] ?? Number.NaN;
      if (isTiny(value, got)) {
        tiny += 1;
        return;
      }
      if (limits.isUnknown(measureOf(shape, column))) {
        unknown += 1;
        return;
      }
      compared += 1;
      const deviation = relative(value, got);
      if (deviation > limits.ordinary && deviation <= limits.allowed) isRounding = true;
      if (deviation <= limits.allowed) return;
      const [far, limit] = [deviation.toExponential(1), limits.allowed.toExponential(1)];
      const name = nameOf(shape, column);
      faults.push(`step ${step}, ${name}: ${got}, not ${value} (${far}, allowed ${limit})`);
    });
  }
  return { faults, compared, tiny, unknown, isExempt, isChaotic, isRounding };
}

function hasGradient(shape: RecordShape, record: Float64Array): boolean {
  return Number.isFinite(record[stepColumn(shape, 'gradNorm')]);
}

function isTiny(a: number, b: number): boolean {
  return Math.abs(a) < tiniest && Math.abs(b) < tiniest;
}

function relative(wanted: number, got: number): number {
  if (wanted === got || (!Number.isFinite(wanted) && !Number.isFinite(got))) return 0;
  const deviation = Math.abs(got - wanted) / Math.abs(wanted);
  return Number.isNaN(deviation) ? Number.POSITIVE_INFINITY : deviation;
}

const none: Strays = new Map();

/** Measures of what gradients become, in which what is unknown of a gradient stays unknown. */
const downstream = /^(after:.*|processedW|maxProcessed|change|update)$/;

/**
 * What may deviate by how much. A measure that strays by ten times its floor, or by a hundredth, says nothing; loss and
 * gradient that stray by a thousandth are amplified ten thousand times, and the next step may be anything.
 */
function limitsOf({ perturbed: moved, rounded }: StraysOfStep, floor: number) {
  const blurred = 10 * Math.max(floor, 1e-3);
  const unknown = new Set(
    [...moved, ...rounded].filter(([, stray]) => !(stray < blurred)).map(([measure]) => measure),
  );
  const isBlurred = [...unknown].some((name) => downstream.test(name) || /^grad[WBT]/.test(name));
  const most = (strays: Strays) =>
    Math.max(0, ...[...strays].filter(([measure]) => !unknown.has(measure)).map(([, x]) => x));
  const ordinary = Math.max(floor, 10 * most(moved));
  return {
    ordinary,
    allowed: Math.max(ordinary, 10 * most(rounded)),
    isChaotic: ['gradNorm', 'loss'].some((name) =>
      [moved, rounded].some((strays) => !((strays.get(name) ?? 0) < blurred / 10)),
    ),
    isUnknown: (measure: string) => unknown.has(measure) || (isBlurred && downstream.test(measure)),
  };
}

/** Notes by how much every measure of a record differs from what was wanted, if that is more than is noted. */
function gather(
  strays: Map<string, number>,
  shape: RecordShape,
  wanted: Float64Array = new Float64Array(),
  other: Float64Array = new Float64Array(),
): void {
  wanted.forEach((value, column) => {
    const got = other[column] ?? Number.NaN;
    if (value === absent || isTiny(value, got)) return;
    const measure = measureOf(shape, column);
    strays.set(measure, Math.max(strays.get(measure) ?? 0, relative(value, got)));
  });
}

function measureOf({ steps, layers, depth }: RecordShape, column: number): string {
  const place = column - steps.length;
  return (place < 0 ? steps[column] : layers[Math.floor(place / (depth + 1))]) ?? '';
}

function nameOf(shape: RecordShape, column: number): string {
  const place = column - shape.steps.length;
  const measure = measureOf(shape, column);
  return place < 0 ? measure : `${measure} of layer ${place % (shape.depth + 1)}`;
}
