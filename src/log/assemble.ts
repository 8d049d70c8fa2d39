import { absent, type NonFinite, type StepMeasure } from '../history/measures';
import { layerColumn, type RecordShape, recordWidth, stepColumn } from '../history/record';
import { type Loggable, loggable } from './entries';
import { mostLayers, mostValues } from './limits';
import type { Scalar } from './meaning';
import { gap } from './numbers';
import { type Ordered, orderLayers } from './order';
import type { LayerSeries, LogRun, NetworkSeries } from './runs';

/** A layer and its measures over all steps. */
export interface Layer {
  readonly name: string;
  readonly measures: ReadonlyMap<Loggable, Float64Array>;
}

/** A run with its layers in order, over all its steps. */
export interface Assembled {
  readonly steps: Float64Array;
  readonly layers: readonly Layer[];
  readonly ordered: Ordered;
  /** Which norms tell how the gradient grows, if any do. */
  readonly telling: Loggable | undefined;
  /** The series of the whole network that count, by their kind. */
  readonly network: ReadonlyMap<Scalar | 'gradNorm', NetworkSeries>;
}

/** Why a run makes no records: nothing of it is of a training, or there are more layers or values than are shown. */
export type Unassembled =
  | { readonly kind: 'nothingRead' }
  | { readonly kind: 'tooManyLayers'; readonly found: number; readonly limit: number }
  | {
      readonly kind: 'tooManyValues';
      readonly layers: number;
      readonly steps: number;
      readonly limit: number;
    };

/** Puts the series of a run into layers in order, the parameters of a layer as one. */
export function assemble(run: LogRun, arranged?: readonly string[]): Assembled | Unassembled {
  const { steps } = run;
  const alone = ofNetwork(run.layers);
  const own = alone ? [] : run.layers;
  const series = own.length > 0 ? own : besideEachOther(run);
  const ofAll = run.network.filter(({ network }) => network === '' || series.length === 0);
  const network = bestOf(alone ? [...ofAll, alone] : ofAll);
  if (series.length === 0 && network.size === 0) return { kind: 'nothingRead' };
  const found = [...new Set(series.map(({ layer }) => layer))];
  const numbers = found.map(Number);
  const isNumbered = found.every((name) => /^\d{1,15}$/.test(name) && !/^0\d/.test(name));
  const depth = isNumbered && found.length > 0 ? numberedDepth(numbers, series) : found.length;
  if (depth > mostLayers) return { kind: 'tooManyLayers', found: depth, limit: mostLayers };
  const measured = loggable.filter((measure) => series.some((own) => own.measure === measure));
  if ((depth + 1) * measured.length * steps.length > mostValues && !isWithin(series, steps)) {
    return { kind: 'tooManyValues', layers: depth, steps: steps.length, limit: mostValues };
  }
  const first = isNumbered && countsFromZero(series) ? 1 : 0;
  const ordered = isNumbered
    ? numbered(depth)
    : orderLayers([...new Set(series.map(({ parameter }) => parameter))], found, arranged);
  const isBeside = own.length === 0 && series.length > 0;
  const layerOf = (name: string) =>
    isNumbered ? Number(name) + first : ordered.layers.indexOf(name) + 1;
  return {
    steps,
    layers: layersOf(series, depth, layerOf, isNumbered ? [] : ordered.layers),
    ordered: isBeside ? { ...ordered, sureness: 'separate' } : ordered,
    telling: tellingMeasure(series),
    network,
  };
}

/** A single norm whose name has words of a person's own, such as `my_grad_norm`, is of the network and not of a layer. */
function ofNetwork(layers: readonly LayerSeries[]): NetworkSeries | null {
  const [only] = layers;
  if (!only || layers.length > 1 || only.parameter !== only.layer || /[\d./]/.test(only.layer))
    return null;
  return { ...only, kind: 'gradNorm', rank: 3, network: '' };
}

/** Norms of several networks, as layers that are no chain. */
function besideEachOther({ network }: LogRun): readonly LayerSeries[] {
  const own = network.filter((series) => series.network !== '');
  if (own.length < 2) return [];
  return own.map((series) => ({
    ...{ name: series.name, values: series.values, measure: 'gradW' },
    ...{ parameter: series.network, layer: series.network },
  }));
}

/** Of several series of a kind the surest, and of those the one with the most values. */
function bestOf(series: readonly NetworkSeries[]): ReadonlyMap<Scalar | 'gradNorm', NetworkSeries> {
  const best = new Map<Scalar | 'gradNorm', NetworkSeries>();
  const count = ({ values }: NetworkSeries) =>
    values.reduce((sum, value) => sum + (value === gap ? 0 : 1), 0);
  for (const own of series) {
    const other = best.get(own.kind);
    const isBetter =
      !other || own.rank < other.rank || (own.rank === other.rank && count(own) > count(other));
    if (isBetter) best.set(own.kind, own);
  }
  return best;
}

/** Tests whether no array is larger than the table that it came from. */
function isWithin(series: readonly LayerSeries[], steps: Float64Array): boolean {
  return series.length * steps.length <= mostValues;
}

function numberedDepth(numbers: readonly number[], series: readonly LayerSeries[]): number {
  return numbers.reduce((most, own) => Math.max(most, own), 0) + (countsFromZero(series) ? 1 : 0);
}

/** The input, layer 0, has no weights: a log that measures them there counts its layers from 0. */
function countsFromZero(series: readonly LayerSeries[]): boolean {
  return series.some(
    ({ layer, measure }) => layer === '0' && ['gradW', 'gradB', 'weight'].includes(measure),
  );
}

function numbered(depth: number): Ordered {
  const places = Array.from({ length: depth }, (_, index) => index);
  return { layers: places.map(() => ''), sureness: 'sure', units: places.map((index) => [index]) };
}

/** Layers 0 … depth; layer 0 is the input. */
function layersOf(
  series: readonly LayerSeries[],
  depth: number,
  layerOf: (name: string) => number,
  names: readonly string[],
): readonly Layer[] {
  const layers = Array.from({ length: depth + 1 }, (_, layer) => ({
    name: names[layer - 1] ?? '',
    measures: new Map<Loggable, Float64Array>(),
  }));
  const seen = new Set<string>();
  for (const { parameter, layer, measure, values } of series) {
    const key = `${measure} ${parameter}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const measures = layers[layerOf(layer)]?.measures;
    const known = measures?.get(measure);
    measures?.set(measure, known ? together(known, values) : values);
  }
  return layers;
}

/** The norm of two tensors from those of each. */
function together(first: Float64Array, second: Float64Array): Float64Array {
  return first.map((own, index) => {
    const other = second[index] ?? gap;
    if (own === gap) return other;
    return other === gap ? own : Math.hypot(own, other);
  });
}

/**
 * The norms of the signal, else those of the biases, which follow it in every network; those of the weights, which in
 * ReLU and linear networks do not, only where fewer than half of the layers that have them have biases.
 */
function tellingMeasure(series: readonly LayerSeries[]): Loggable | undefined {
  const count = (measure: Loggable) =>
    new Set(series.filter((own) => own.measure === measure).map(({ layer }) => layer)).size;
  return (['gradH', 'gradZ', 'gradB', 'gradW'] as const).find(
    (measure) =>
      count(measure) > 0 && (measure !== 'gradB' || 2 * count(measure) >= count('gradW')),
  );
}

/** Records of the steps that are shown. */
export interface Recorded {
  readonly shape: RecordShape;
  /** Rows of the shape, by ascending step. */
  readonly rows: Float64Array;
}

/** The series that a record holds of a whole step. */
const recorded = ['loss', 'validationLoss', 'gradNorm', 'learningRate', 'lossScale'] as const;

/** Writes records of the steps at some places. */
export function record({ steps, layers, network }: Assembled, kept: Int32Array): Recorded {
  const present = recorded.filter((kind) => kind === 'loss' || network.has(kind));
  const measures = loggable.filter((measure) =>
    layers.some((layer) => layer.measures.has(measure)),
  );
  const shape = {
    depth: layers.length - 1,
    steps: ['step', ...present] satisfies StepMeasure[],
    layers: measures,
  };
  const width = recordWidth(shape);
  const rows = new Float64Array(kept.length * width).fill(absent);
  const write = (column: number, values: Float64Array | undefined) => {
    if (values === undefined) return;
    kept.forEach((at, index) => {
      const value = values[at] ?? gap;
      if (value !== gap) rows[index * width + column] = value === absent ? absent - 1e-9 : value;
    });
  };
  write(stepColumn(shape, 'step'), steps);
  for (const kind of present) write(stepColumn(shape, kind), network.get(kind)?.values);
  layers.forEach(({ measures: own }, layer) => {
    for (const [measure, values] of own) write(layerColumn(shape, measure, layer), values);
  });
  return { shape, rows };
}

/** Finds the layer nearest to the output that is not finite at a step, for gradients run backwards; else the loss. */
export function nonFiniteAt({ steps, layers, network }: Assembled, at: number): NonFinite {
  const step = steps[at] ?? 0;
  const isBroken = (values: Float64Array | undefined) =>
    values !== undefined && !Number.isFinite(values[at]);
  for (let layer = layers.length - 1; layer > 0; layer--) {
    for (const tensor of ['gradH', 'gradZ', 'gradW', 'gradB'] as const) {
      if (isBroken(layers[layer]?.measures.get(tensor))) return { step, layer, tensor };
    }
  }
  const depth = layers.length - 1;
  return { step, layer: depth, tensor: isBroken(network.get('loss')?.values) ? 'loss' : 'gradW' };
}
