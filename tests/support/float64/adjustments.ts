import type { Experiment } from '../../../src/experiment/schema';
import { entriesOf, type Layer, zipped } from './layers';
import type { Pass, Statistics } from './network';
import type { Memory } from './optimizers';
import type { Stages } from './pipeline';
import type { Arithmetic, Matrix } from './tape';

interface Update {
  readonly step: number;
  readonly parameters: readonly Layer[];
  readonly raw: readonly Layer[];
  readonly changes: readonly Layer[];
  /** Whether steps that are not finite are dropped. */
  readonly isDropping: boolean;
}

/** What acts on the optimizer's update, in order: decoupled decay, block updates, dropped steps; and whether this one is. */
export function adjustments(
  settings: Experiment,
  settle: Arithmetic,
  { step, parameters, raw, changes, isDropping }: Update,
): { readonly stages: Stages; readonly isDropped: boolean } {
  const { decoupledWeightDecay, weightDecay, learningRate, blockUpdates } = settings;
  const stages: [string, readonly Layer[]][] = [];
  const act = (id: string, f: (layer: Layer, at: number) => Layer) =>
    stages.push([id, (stages.at(-1)?.[1] ?? changes).map(f)]);
  if (decoupledWeightDecay) {
    act('decoupledWeightDecay', (layer, at) =>
      zipped(layer, (change, role, index) => {
        if (role !== 'weight') return change;
        const own = parameters[at]?.weight?.values[index] ?? 0;
        return settle(change - learningRate * weightDecay * own);
      }),
    );
  }
  if (blockUpdates) {
    act('blockUpdates', (layer, at) =>
      at === step % changes.length ? layer : zipped(layer, () => 0),
    );
  }
  const made = stages.at(-1)?.[1] ?? changes;
  const isDropped = isDropping && !(allFinite(raw) && allFinite(made));
  if (isDropping) {
    act('skipNonFinite', (layer) => (isDropped ? zipped(layer, () => 0) : layer));
  }
  return { stages, isDropped };
}

/** What the optimizer remembers: of a layer that moves, and of a step that is not dropped. */
export function kept(
  { blockUpdates, depth }: Experiment,
  before: Memory,
  after: Memory,
  step: number,
  isDropped: boolean,
): Memory {
  const moment = (name: keyof Memory) =>
    after[name].map((layer, at) => {
      const stays = isDropped || (blockUpdates && at !== step % depth);
      return stays ? (before[name][at] ?? zipped(layer, () => 0)) : layer;
    });
  return { first: moment('first'), second: moment('second') };
}

/** Running statistics after the batches of a step; where steps are dropped, only finite ones count. */
export function tracked(
  { runningMomentum }: Experiment,
  settle: Arithmetic,
  running: readonly Statistics[],
  parts: readonly Pass[],
  isDropping: boolean,
): readonly Statistics[] {
  const mixed = (old: Matrix, seen: Matrix | undefined): Matrix => ({
    ...old,
    values: old.values.map((x, at) => {
      const next = settle(runningMomentum * x + (1 - runningMomentum) * (seen?.values[at] ?? 0));
      return isDropping && !Number.isFinite(next) ? x : next;
    }),
  });
  return running.map((before, at) =>
    parts.reduce(
      ({ mean, variance }, { statistics }) => ({
        mean: mixed(mean, statistics[at]?.mean),
        variance: mixed(variance, statistics[at]?.variance),
      }),
      before,
    ),
  );
}

/** The dynamic loss scale after a step. */
export function followed(
  { lossScaleInterval }: Experiment,
  [scale, stood]: readonly [number, number],
  isFiniteStep: boolean,
): readonly [scale: number, stood: number] {
  if (!isFiniteStep) return [Math.max(2 ** -24, scale / 2), 0];
  return stood + 1 >= lossScaleInterval ? [Math.min(2 ** 24, scale * 2), 0] : [scale, stood + 1];
}

/** Whether no component is ±Inf or NaN. */
export function allFinite(layers: readonly Layer[]): boolean {
  return layers.every((layer) =>
    entriesOf(layer).every(([, { values }]) => values.every(Number.isFinite)),
  );
}
