import { median } from '../base/median';
import type { LogFinding } from './finding';
import { clippingIn, scaleIn } from './limitsShown';
import { gap } from './numbers';
import type { Signals } from './signals';
import { growthOver, spikesIn, thin } from './trend';

/** What a run shows over its steps, the worst first, and the place from which on it is not finite. */
export interface OverTime {
  readonly findings: readonly LogFinding[];
  readonly brokenFrom: number | null;
}

/** Fewest norms from which anything but a non-finite value is told. */
const fewest = 8;

/** How many times the usual norm the largest may be where a run is called sound. */
const soundRange = 10;

/** Most steps that are told one by one. */
const mostTold = 6;

/** Reads a run over its steps from the norm of all gradients, the loss and the loss scale. */
export function readOverTime(signals: Signals): OverTime {
  const { steps, norm, loss } = signals;
  const broken = brokenIn(signals);
  const findings: LogFinding[] = [];
  const end = broken.from ?? steps.length;
  const points = norm ? pointsOf(steps, norm, end) : { at: [], values: [] };
  const lossAtEnd = broken.from === null ? undefined : zeroLoss(signals, broken.from);
  if (broken.from !== null && lossAtEnd !== undefined) {
    findings.push({ id: 'lossZero', tone: 'bad', places: { step: lossAtEnd } });
  } else if (broken.from === null && norm && loss && zeroLoss(signals, 0) !== undefined) {
    findings.push({ id: 'lossZero', tone: 'bad', places: { step: zeroLoss(signals, 0) ?? 0 } });
  }
  if (broken.passed.length > 0) findings.push(passing(signals, broken));
  const growth = points.at.length >= fewest ? growthOver(points.at, points.values) : null;
  if (growth) {
    const isBad = growth.total >= 100 || broken.from !== null;
    const id =
      broken.from !== null && growth.to === points.at.at(-1) ? 'grewUntilBroken' : 'grewOverTime';
    const until = broken.from === null ? growth.to : (steps[broken.from] ?? 0);
    findings.push({
      id,
      tone: isBad ? 'bad' : 'warn',
      places: {
        perStep: growth.perStep,
        total: growth.total,
        since: growth.from,
        until,
        count: until - growth.from,
      },
    });
  }
  findings.push(...spikes(points, growth?.from));
  findings.push(
    ...scaleIn(signals),
    ...clippingIn(signals, points.values),
    ...validationBroken(signals, end),
  );
  findings.push(...lossRising(signals, end));
  const isQuiet = findings.length === 0 && broken.from === null;
  if (isQuiet && points.values.length >= fewest) findings.push(soundness(points));
  return { findings, brokenFrom: broken.from };
}

interface Broken {
  /** The place from which on nothing is finite any more; null where the run ends finite. */
  readonly from: number | null;
  /** Places before it that are not finite. */
  readonly passed: readonly number[];
  /** Places that hold a norm or a loss. */
  readonly known: number;
}

function brokenIn(signals: Signals): Broken {
  const { steps, norm, loss, isLayerBroken, isNormLogged, lossScale, skipped } = signals;
  const isBad = (values: Float64Array | null, at: number) => {
    const value = values?.[at] ?? gap;
    return value !== gap && !Number.isFinite(value);
  };
  const has = (values: Float64Array | null, at: number) => (values?.[at] ?? gap) !== gap;
  const isLossBad = (at: number) => isBad(loss, at);
  const bad: number[] = [];
  const known: number[] = [];
  for (let at = 0; at < steps.length; at++) {
    if (!has(norm, at) && !has(loss, at) && !isLayerBroken[at]) continue;
    known.push(at);
    if (isLayerBroken[at] || (isNormLogged && isBad(norm, at)) || isLossBad(at)) bad.push(at);
  }
  const isBroken = new Set(bad);
  let first = known.length;
  while (first > 0 && isBroken.has(known[first - 1] ?? -1)) first--;
  const atEnd = known.slice(first);
  const isScaled = lossScale !== null || skipped !== null;
  const mayPass =
    isScaled &&
    atEnd.length <= 2 &&
    known.length > 10 &&
    !atEnd.some(isLossBad) &&
    isScaleAlive(lossScale);
  const from = atEnd.length > 0 && !mayPass ? (atEnd[0] ?? null) : null;
  return { from, passed: bad.filter((at) => from === null || at < from), known: known.length };
}

function isScaleAlive(scale: Float64Array | null): boolean {
  const last = scale?.findLast((value) => value !== gap);
  return last === undefined || last > 1;
}

/** Steps that were not finite and passed: those that a loss scaler skips, or those of which that is not known. */
function passing(
  { steps, norm, loss, lossScale, skipped }: Signals,
  { passed, known }: Broken,
): LogFinding {
  const isScaled = lossScale !== null || skipped !== null;
  const isLossFinite = passed.every((at) => {
    const value = loss?.[at] ?? gap;
    return value === gap || Number.isFinite(value);
  });
  const told = passed.slice(0, mostTold).map((at) => steps[at] ?? 0);
  const isRare = passed.length <= Math.max(3, 0.05 * known);
  const kinds = new Set(passed.map((at) => String(norm?.[at] ?? Number.NaN)));
  return {
    id: isScaled && isLossFinite ? 'skippedSteps' : isLossFinite ? 'passed' : 'lossPassed',
    tone: isScaled && isLossFinite && isRare ? 'good' : 'warn',
    places: {
      steps: told.join(', ') + (passed.length > told.length ? ' …' : ''),
      count: passed.length,
      value: kinds.has('Infinity') ? 'inf' : 'NaN',
    },
  };
}

/** The first step of a loss of exactly 0 beside a norm that is not finite, as where NaN was written over. */
function zeroLoss({ steps, norm, loss }: Signals, from: number): number | undefined {
  if (!norm || !loss) return undefined;
  for (let at = from; at < steps.length; at++) {
    if (loss[at] === 0 && Number.isNaN(norm[at])) return steps[at];
  }
  return undefined;
}

interface Points {
  readonly at: readonly number[];
  readonly values: readonly number[];
}

function pointsOf(steps: Float64Array, norm: Float64Array, end: number): Points {
  const at: number[] = [];
  const values: number[] = [];
  for (let index = 0; index < end; index++) {
    const value = norm[index] ?? gap;
    if (!(value > 0 && value < Infinity)) continue;
    at.push(steps[index] ?? 0);
    values.push(value);
  }
  return { at, values };
}

function spikes({ at, values }: Points, growsFrom: number | undefined): readonly LogFinding[] {
  const found = spikesIn(values).filter(
    ({ isOver, from }) => isOver || growsFrom === undefined || (at[from] ?? 0) < growsFrom,
  );
  const [worst] = found.toSorted((a, b) => b.ratio - a.ratio);
  if (!worst) return [];
  const say = ({ from, to }: { from: number; to: number }) =>
    from === to ? `${at[from]}` : `${at[from]}–${at[to]}`;
  const told = found.slice(0, mostTold).map(say);
  const places = {
    count: found.length,
    steps: told.join(', ') + (found.length > told.length ? ' …' : ''),
    ratio: worst.ratio,
    step: at[worst.peak] ?? 0,
  };
  return [
    { id: found.every(({ isOver }) => isOver) ? 'spikes' : 'openSpike', tone: 'warn', places },
  ];
}

function validationBroken({ steps, validationLoss }: Signals, end: number): readonly LogFinding[] {
  if (!validationLoss) return [];
  const at = validationLoss.findIndex((value) => value !== gap && !Number.isFinite(value));
  if (at < 0 || at >= end) return [];
  return [{ id: 'validationBroken', tone: 'bad', places: { step: steps[at] ?? 0 } }];
}

/** Most stretches in which a rise of the loss is looked for. */
const mostLosses = 300;

/** A loss that ends far above its lowest and above its first values. */
function lossRising({ steps, loss }: Signals, end: number): readonly LogFinding[] {
  if (!loss) return [];
  const points = pointsOf(steps, loss, end);
  const { steps: at, values } = thin(points.at, points.values, mostLosses);
  if (
    values.length < 3 * fewest ||
    loss.some((value, index) => index < end && value < 0 && value !== gap)
  )
    return [];
  const size = Math.max(3, Math.floor(values.length / 10));
  const means = Array.from({ length: values.length - size + 1 }, (_, from) =>
    median(values.slice(from, from + size)),
  );
  const lowest = means.reduce(
    (best, value, index) => (value < (means[best] ?? 0) ? index : best),
    0,
  );
  const [last = 0, first = 0, low = 0] = [means.at(-1), means[0], means[lowest]];
  if (last < 2 * low || last < 1.2 * first) return [];
  return [
    { id: 'lossRises', tone: 'bad', places: { step: Math.round(at[lowest] ?? 0), low, last } },
  ];
}

function soundness({ at, values }: Points): LogFinding {
  const [low, high] = [Math.min(...extremes(values)), Math.max(...extremes(values))];
  const usual = median(values);
  const late = median(values.slice(-Math.max(3, Math.floor(values.length / 10))));
  const isSound = high <= soundRange * usual && late <= 3 * usual;
  const places = { low, high, since: at[0] ?? 0, until: at.at(-1) ?? 0 };
  return { id: isSound ? 'sound' : 'ranges', tone: isSound ? 'good' : 'note', places };
}

/** The smallest and the largest of values, however many. */
function extremes(values: readonly number[]): readonly [number, number] {
  return values.reduce<readonly [number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, 0],
  );
}
