import { decimate, type Point } from '../../../history/decimate';
import type { History } from '../../../history/history';
import { absent } from '../../../history/measures';
import { lastMeasured } from '../../../history/newest';
import { type Axis, type Extent, extentOf, type Kind, kindOf } from '../axes/axis';

/** What a line over the steps of a run shows, and how. */
export interface TraceSpec {
  readonly id: string;
  readonly label: string;
  readonly color: string;
  /** Width of the line in CSS pixels. */
  readonly width: number;
  /** The dashes of the line, as SVG writes them; solid without. */
  readonly dash?: string;
  /** Whether the line is labeled at its end. */
  readonly labeled: boolean;
  /** The value at the record at an index; `absent` where it was not measured. */
  value(index: number): number;
}

/** One line over the steps of a run, with its measured points. */
export interface Trace extends TraceSpec {
  readonly points: readonly Point[];
}

/** A point on an axis: `y` is null where the line breaks. */
export interface DrawnPoint extends Point {
  readonly kind: Kind;
  readonly y: number | null;
}

/** A stretch of steps in which a trace is ∞, or in which it is NaN. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly kind: 'infinite' | 'nan';
}

/** Most points of a line. */
const mostPoints = 150;

/** Takes the measured points of a line, thinned without losing a spike or a non-finite value. */
export function trace(history: History, spec: TraceSpec): Trace {
  const series = {
    length: history.length,
    step: (index: number) => history.at(index, 'step'),
    value: spec.value,
  };
  return { ...spec, points: decimate(series, mostPoints, (value) => value !== absent) };
}

/** Bounds of all values of some lines. */
export function extentOfTraces(traces: readonly Trace[]): Extent {
  return extentOf(traces.flatMap(({ points }) => points.map(({ value }) => value)));
}

/** Places points on an axis; the line breaks at ∞ and NaN. */
export function draw(points: readonly Point[], axis: Axis): readonly DrawnPoint[] {
  return points.map((point) => {
    const { y, kind } = axis.place(point.value);
    return { ...point, kind, y: kind === 'infinite' || kind === 'nan' ? null : y };
  });
}

/** The stretches of equal non-finite kind, in order. */
export function stretchesOf(points: readonly Point[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let before: Kind = 'finite';
  for (const { step, value } of points) {
    const kind = kindOf(value);
    const last = stretches.at(-1);
    if (kind === 'infinite' || kind === 'nan') {
      if (last && kind === before) stretches[stretches.length - 1] = { ...last, to: step };
      else stretches.push({ from: step, to: step, kind });
    }
    before = kind;
  }
  return stretches;
}

/** Joins stretches of one kind that overlap. */
export function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const ordered = [...stretches].sort((a, b) => a.kind.localeCompare(b.kind) || a.from - b.from);
  const result: Stretch[] = [];
  for (const stretch of ordered) {
    const last = result.at(-1);
    if (last?.kind === stretch.kind && stretch.from <= last.to) {
      result[result.length - 1] = { ...last, to: Math.max(last.to, stretch.to) };
    } else result.push(stretch);
  }
  return result;
}

/** Points that no line reaches, because neither neighbor is on it. */
export function lonePoints(points: readonly DrawnPoint[]): readonly DrawnPoint[] {
  const isBroken = (index: number) => (points[index]?.y ?? null) === null;
  return points.filter((_, i) => !isBroken(i) && isBroken(i - 1) && isBroken(i + 1));
}

/** Indices of at most `mostPoints` records, spread evenly, the first and the last included. */
export function spreadRecords(length: number): readonly number[] {
  const count = Math.min(length, mostPoints);
  const stride = (length - 1) / Math.max(1, count - 1);
  return Array.from({ length: count }, (_, index) => Math.round(index * stride));
}

/** The trace's newest measured value at or before an index, with its step. */
export function latest(history: History, trace: Trace, index: number): Point | undefined {
  if (trace.points.length === 0) return undefined;
  const at = lastMeasured(trace.value, index);
  return at < 0 ? undefined : { step: history.at(at, 'step'), value: trace.value(at) };
}
