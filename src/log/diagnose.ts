import { growthBounds } from '../history/growth';
import type { History } from '../history/history';
import { absent, type NonFinite } from '../history/measures';
import type { Loggable } from './entries';
import type { LogFinding } from './finding';
import type { Ordered } from './order';
import type { ReadLog } from './read';

/** What of a log's layers is needed to read a record: how sure their order is, and which of them make a step of the chain. */
export type Chain = Pick<Ordered, 'sureness' | 'units'>;

/** A step whose gradient is that many times the median of those before it is a spike. */
const spike = 10;

/** Steps before a spike that it is compared with, and fewest of them. */
const before = 100;
const fewest = 10;

/** Relative change of the loss over a hundred steps below which it stands still. */
const still = 0.01;

/** Growth over all layers up to which a gradient keeps its size, up or down. */
const steadyBound = 10;

/** Growth per layer up to which it does so. */
const steadyFactor = 1.5;

/** Share of the whole growth, as logarithms, that the middle of the layers must show too. */
const leastAgreement = 0.4;

/** Reads the record at an index by the norms that tell most: what is first is worst. */
export function diagnoseLog(
  history: History,
  index: number,
  nonFinite: NonFinite | null,
  measure: Loggable | undefined,
  chain: Chain = eachLayer(history),
): readonly LogFinding[] {
  const step = history.at(index, 'step');
  const found: LogFinding[] = [];
  const add = (id: LogFinding['id'], tone: LogFinding['tone'], places: LogFinding['places']) =>
    found.push({ id, tone, places });
  if (nonFinite && step >= nonFinite.step) add('nonFinite', 'bad', { ...nonFinite });
  if (measure && layersAt(history, index, measure).length > 0) {
    const growth = chain.sureness === 'sure' ? growthIn(history, index, measure, chain) : undefined;
    const id = growth && idOf(growth);
    if (growth && id && id !== 'steady') add(id, toneOf(id, growth), growth);
    if (chain.sureness === 'unsure') add('orderUnknown', 'note', {});
    if (chain.sureness === 'separate') add('separate', 'note', {});
    const ratio = spikeAt(history, index, measure);
    if (ratio > spike) add('spike', 'warn', { step, ratio });
    const silent = layersAt(history, index, measure).filter(({ norm }) => norm === 0).length;
    if (silent > 0) add('silent', 'warn', { count: silent });
    if (
      measure === 'gradW' &&
      growth &&
      id === 'steady' &&
      !found.some(({ tone }) => tone === 'bad')
    ) {
      add('weightsOnly', 'warn', growth);
    } else if (found.length === 0 && growth) add('steady', 'good', growth);
  }
  const change = lossChange(history, index);
  if (change !== undefined && Math.abs(change) < still)
    add('flat', 'warn', { percent: 100 * change });
  return found;
}

/** Findings of a whole run that contradict that its gradient is steady at a step. */
const unsteady = new Set<LogFinding['id']>([
  'grewOverTime',
  'grewUntilBroken',
  'openSpike',
  'lossRises',
  'lossZero',
]);

/** Reads the record of a log at an index, without what its reading over time says otherwise. */
export function findingsAt(
  log: Pick<ReadLog, 'nonFinite' | 'telling' | 'chain' | 'findings'>,
  history: History,
  index: number,
): readonly LogFinding[] {
  const step = history.at(index, 'step');
  const isGrowing = log.findings.some(
    ({ id, places }) =>
      ['grewOverTime', 'grewUntilBroken'].includes(id) && step >= Number(places.since),
  );
  const isUnsteady = log.findings.some(({ id }) => unsteady.has(id));
  return diagnoseLog(history, index, log.nonFinite, log.telling, log.chain).filter(
    ({ id }) => !(id === 'spike' && isGrowing) && !(id === 'steady' && isUnsteady),
  );
}

/** Takes every layer as a step of the chain, in the order of their numbers. */
function eachLayer({ shape }: History): Chain {
  return { sureness: 'sure', units: Array.from({ length: shape.depth }, (_, index) => [index]) };
}

function layersAt(history: History, index: number, measure: Loggable) {
  return Array.from({ length: history.shape.depth }, (_, offset) => ({
    layer: offset + 1,
    norm: history.layerAt(index, measure, offset + 1),
  })).filter(({ norm }) => norm !== absent);
}

interface LayerGrowth {
  readonly [place: string]: number;
  readonly total: number;
  readonly perLayer: number;
  readonly from: number;
  readonly to: number;
  /** The growth that the median of all pairs of layers shows. */
  readonly agreed: number;
}

/** Factor from the last hidden layer to the first: `∂L/∂h` is of hidden layers alone, all else of the output's too. */
function growthIn(
  history: History,
  index: number,
  measure: Loggable,
  { units }: Chain,
): LayerGrowth | undefined {
  const measured = units.flatMap((unit) => {
    const norms = unit
      .map((layer) => history.layerAt(index, measure, layer + 1))
      .filter((norm) => norm !== absent);
    return norms.length === 0 ? [] : [{ layer: (unit[0] ?? 0) + 1, norm: Math.hypot(...norms) }];
  });
  const hidden = measure === 'gradH' ? measured : measured.slice(0, -1);
  const finite = hidden
    .map((unit, place) => ({ ...unit, place }))
    .filter(({ norm }) => norm > 0 && norm < Infinity);
  const [first] = finite;
  const last = finite.at(-1);
  if (!first || !last || last.place <= first.place) return undefined;
  const total = first.norm / last.norm;
  const count = last.place - first.place;
  return {
    ...{ total, perLayer: total ** (1 / count), from: last.layer, to: first.layer },
    agreed: Math.exp(slopeIn(finite) * count),
  };
}

/** The median factor, as a logarithm, by which a layer multiplies, of all pairs of layers. */
function slopeIn(layers: readonly { readonly norm: number; readonly place: number }[]): number {
  const slopes: number[] = [];
  const stride = Math.max(1, Math.floor(layers.length / 100));
  for (let a = 0; a < layers.length; a += stride) {
    for (let b = a + 1; b < layers.length; b += stride) {
      const [near, far] = [layers[a], layers[b]];
      if (near && far) slopes.push(Math.log(near.norm / far.norm) / (far.place - near.place));
    }
  }
  const sorted = slopes.toSorted((x, y) => x - y);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

type GrowthId = 'exploding' | 'vanishing' | 'grows' | 'shrinks' | 'uneven' | 'steady';

function toneOf(id: GrowthId, { total }: LayerGrowth): LogFinding['tone'] {
  if (id === 'exploding' || id === 'vanishing') return 'bad';
  return total > steadyBound || total < 1 / steadyBound ? 'warn' : 'note';
}

function idOf({ total, agreed, perLayer }: LayerGrowth): GrowthId {
  const isAgreed = Math.log(agreed) / Math.log(total) >= leastAgreement;
  if (total > growthBounds.exploding) return isAgreed ? 'exploding' : 'uneven';
  if (total < growthBounds.vanishing) return isAgreed ? 'vanishing' : 'uneven';
  if (total > steadyBound) return isAgreed ? 'grows' : 'uneven';
  if (total < 1 / steadyBound) return isAgreed ? 'shrinks' : 'uneven';
  if (Math.abs(Math.log(agreed)) > Math.log(3 * steadyBound)) return 'uneven';
  const isFlat =
    Math.abs(Math.log(perLayer)) < Math.log(steadyFactor) ||
    Math.abs(Math.log(total)) < Math.log(3);
  if (isFlat) return 'steady';
  return total > 1 ? 'grows' : 'shrinks';
}

/** A step's gradient over the median of the steps before it; 0 where there are few. */
function spikeAt(history: History, index: number, measure: Loggable): number {
  const normAt = (at: number) =>
    Math.hypot(...layersAt(history, at, measure).map(({ norm }) => norm));
  const earlier = Array.from({ length: Math.min(before, index) }, (_, offset) =>
    normAt(index - 1 - offset),
  )
    .filter((norm) => Number.isFinite(norm) && norm > 0)
    .sort((a, b) => a - b);
  if (earlier.length < fewest) return 0;
  return normAt(index) / (earlier[Math.floor(earlier.length / 2)] ?? Infinity);
}

/** Relative change of the mean loss from the hundred steps before the last hundred; undefined where there are fewer. */
function lossChange(history: History, index: number): number | undefined {
  const losses: number[] = [];
  for (let at = index; at >= 0 && losses.length < 2 * before; at--) {
    const loss = history.at(at, 'loss');
    if (loss !== absent && Number.isFinite(loss)) losses.push(loss);
  }
  if (losses.length < 2 * before) return undefined;
  const mean = (from: number) =>
    losses.slice(from, from + before).reduce((sum, loss) => sum + loss, 0) / before;
  return mean(0) / mean(before) - 1;
}
