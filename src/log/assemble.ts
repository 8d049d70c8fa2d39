import { absent, type NonFinite } from '../history/measures';
import { layerColumn, type RecordShape, recordWidth, stepColumn } from '../history/record';
import { type Collected, type Entry, type Loggable, loggable } from './entries';
import { partOf } from './names';

/** A log as records of layers in order. */
export interface Assembled {
  readonly shape: RecordShape;
  /** Rows of the shape, by ascending step. */
  readonly rows: Float64Array;
  /** What the layers are called, layer 1 first; '' where a log numbers them. */
  readonly names: readonly string[];
  /** Which norms tell how the gradient grows, if any do. */
  readonly telling: Loggable | undefined;
  /** The first norm or loss that is not finite: of the layers at a step, the last one, for gradients run backwards. */
  readonly nonFinite: NonFinite | null;
}

/** Why entries make no records: none is of a layer, or there are more layers or values than are shown. */
export type Unassembled =
  | { readonly kind: 'nothingRead' }
  | { readonly kind: 'tooManyLayers'; readonly found: number; readonly limit: number }
  | {
      readonly kind: 'tooManyValues';
      readonly layers: number;
      readonly steps: number;
      readonly limit: number;
    };

/** Most layers of a log. */
const mostLayers = 2000;

/** Most values of a log: every layer has a place for every measure at every step, whether it was logged or not. */
const mostValues = 5e7;

/** Puts the entries of a log into records, the parameters of a layer as one. */
export function assemble({ entries, losses }: Collected): Assembled | Unassembled {
  const isNamed = entries.some(({ layer }) => typeof layer === 'string');
  const names = isNamed ? layersOf(entries) : [];
  const numberOf = new Map(names.map((name, index) => [name, index + 1]));
  const first = entries.some(({ layer, measure }) => layer === 0 && isOfWeights(measure)) ? 1 : 0;
  const numberIn = ({ layer }: Entry) =>
    isNamed ? (numberOf.get(partOf(String(layer)).layer) ?? 0) : Number(layer) + first;
  let depth = isNamed ? names.length : 0;
  if (!isNamed) for (const entry of entries) depth = Math.max(depth, numberIn(entry));
  if (depth === 0) return { kind: 'nothingRead' };
  if (depth > mostLayers) return { kind: 'tooManyLayers', found: depth, limit: mostLayers };
  const present = new Set(entries.map(({ measure }) => measure));
  const measures = loggable.filter((measure) => present.has(measure));
  const shape = { depth, steps: ['step', 'loss'], layers: measures };
  const steps = [...new Set([...entries.map(({ step }) => step), ...losses.keys()])].sort(
    (a, b) => a - b,
  );
  const width = recordWidth(shape);
  if (steps.length * width > mostValues) {
    return { kind: 'tooManyValues', layers: depth, steps: steps.length, limit: mostValues };
  }
  const rows = new Float64Array(steps.length * width).fill(absent);
  const startOf = new Map(steps.map((step, index) => [step, index * width]));
  for (const [step, start] of startOf) {
    rows[start + stepColumn(shape, 'step')] = step;
    rows[start + stepColumn(shape, 'loss')] = losses.get(step) ?? absent;
  }
  for (const entry of isNamed ? lastOf(entries, steps, measures) : entries) {
    const place =
      (startOf.get(entry.step) ?? 0) + layerColumn(shape, entry.measure, numberIn(entry));
    const others = isNamed ? (rows[place] ?? absent) : absent;
    rows[place] = others === absent ? entry.value : Math.hypot(others, entry.value);
  }
  return {
    shape,
    rows,
    names: isNamed ? names : Array.from({ length: depth }, () => ''),
    telling: tellingMeasure(entries),
    nonFinite: firstBroken(shape, rows, steps),
  };
}

/** Of what a parameter logs more than once at a step, as a training that was resumed does, only the last. */
function lastOf(
  entries: readonly Entry[],
  steps: readonly number[],
  measures: readonly Loggable[],
): readonly Entry[] {
  const numbered = <T>(values: Iterable<T>) =>
    new Map(Array.from(new Set(values), (value, number) => [value, number]));
  const parameters = numbered(entries.map(({ layer }) => layer));
  const rows = numbered(steps);
  const taken = new Uint8Array(steps.length * parameters.size * measures.length);
  return entries.toReversed().filter(({ step, layer, measure }) => {
    const parameter = (rows.get(step) ?? 0) * parameters.size + (parameters.get(layer) ?? 0);
    const own = parameter * measures.length + measures.indexOf(measure);
    const isLast = taken[own] === 0;
    taken[own] = 1;
    return isLast;
  });
}

/**
 * The norms of the signal, else those of the biases, which follow it in every network; those of the weights, which in
 * ReLU and linear networks do not, only where fewer than half of the layers that have them have biases.
 */
function tellingMeasure(entries: readonly Entry[]): Loggable | undefined {
  const layers = new Map<Loggable, Set<number | string>>();
  for (const { measure, layer } of entries) {
    const known = layers.get(measure) ?? new Set();
    layers.set(measure, known.add(layer));
  }
  const nameOf = (layer: number | string) => partOf(String(layer)).layer;
  const count = (measure: Loggable) => new Set([...(layers.get(measure) ?? [])].map(nameOf)).size;
  return (['gradH', 'gradZ', 'gradB', 'gradW'] as const).find(
    (measure) =>
      count(measure) > 0 && (measure !== 'gradB' || 2 * count(measure) >= count('gradW')),
  );
}

/** Whether the input, layer 0, has none of it: a log that measures it there counts its layers from 0. */
function isOfWeights(measure: Loggable): boolean {
  return measure === 'gradW' || measure === 'gradB' || measure === 'weight';
}

/** Layers in the order of the network: as they stand in the log, or by the numbers in all their names. */
function layersOf(entries: readonly Entry[]): readonly string[] {
  const names = [...new Set(entries.map(({ layer }) => partOf(String(layer)).layer))];
  const areNumbered = names.every((name) => /\d/.test(name));
  const { compare } = new Intl.Collator('en', { numeric: true });
  return areNumbered ? names.sort(compare) : names;
}

function firstBroken(
  shape: RecordShape,
  rows: Float64Array,
  steps: readonly number[],
): NonFinite | null {
  const width = recordWidth(shape);
  const tensors = { gradH: 'gradH', gradZ: 'gradZ', gradW: 'gradW', gradB: 'gradB' } as const;
  for (const [index, step] of steps.entries()) {
    const row = rows.subarray(index * width, (index + 1) * width);
    const isBroken = (column: number) => column >= 0 && !Number.isFinite(row[column]);
    for (let layer = shape.depth; layer > 0; layer--) {
      for (const [measure, tensor] of Object.entries(tensors)) {
        const column = layerColumn(shape, measure as Loggable, layer);
        if (isBroken(column)) return { step, layer, tensor };
      }
    }
    if (isBroken(stepColumn(shape, 'loss'))) return { step, layer: shape.depth, tensor: 'loss' };
  }
  return null;
}
