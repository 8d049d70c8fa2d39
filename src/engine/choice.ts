import type { Failure } from '../base/failure';
import type { Backend, BackendReason, BackendRefusal } from '../experiment/backends';
import { costOf } from '../experiment/budget';
import type { Experiment } from '../experiment/schema';
import type { Ops } from '../ops/ops';
import { type BackendOptions, type Opened, openBackend } from './tfjs/backend';
import { createTrainer, mostTogether } from './trainer';

/** The backend that computes, whether it is a graphics processor, and why it was chosen. */
export interface Choice {
  readonly backend: Backend;
  readonly ops: Ops;
  readonly accelerated: boolean;
  readonly reason: BackendReason;
}

/** Chooses backends for experiments; keep one per worker, so that it remembers what it measured. */
export interface Chooser {
  /** Opens the pinned backend, or for `auto` the fastest; where one cannot be had, the next. */
  choose(experiment: Experiment): Promise<Choice>;
}

/** Longest time one backend is measured, in milliseconds. */
const contestTime = 150;

/** A network whose work differs by more than this factor is measured anew. */
const sameSize = 8;

/** A chooser that opens backends with these options. */
export function createChooser(options: BackendOptions): Chooser {
  let measured: {
    readonly work: number;
    readonly winner: Backend;
    readonly reason: BackendReason;
  } | null = null;

  async function contest(experiment: Experiment): Promise<Choice> {
    const { work } = costOf(experiment);
    const ratio = measured ? work / measured.work : Number.POSITIVE_INFINITY;
    if (!measured || ratio > sameSize || ratio < 1 / sameSize) {
      const times = {
        webgl: await timeStep(experiment, 'webgl', options),
        wasm: await timeStep(experiment, 'wasm', options),
      };
      const winner = times.webgl < times.wasm ? 'webgl' : 'wasm';
      measured = { work, winner, reason: { kind: 'faster', ...times } };
    }
    return firstOf([measured.winner, 'wasm', 'cpu'], measured.reason, options);
  }

  return {
    async choose(experiment) {
      const { backend } = experiment;
      if (backend !== 'auto') {
        const others = (['wasm', 'cpu'] as const).filter((name) => name !== backend);
        return firstOf([backend, ...others], { kind: 'pinned' }, options);
      }
      const graphics = await openBackend('webgl', { ...options, softwareWebgl: false });
      if ('ops' in graphics) return contest(experiment);
      return firstOf(['wasm', 'cpu'], { kind: 'noGraphics', refusal: graphics.refusal }, options);
    },
  };
}

/** Opens the first backend of a list that can be had, and says why earlier ones could not. */
async function firstOf(
  names: readonly [Backend, ...Backend[]],
  reason: BackendReason,
  options: BackendOptions,
): Promise<Choice> {
  const [wanted] = names;
  let refusal: BackendRefusal | null = null;
  for (const backend of names) {
    const opened: Opened = await openBackend(backend, options);
    if ('ops' in opened) {
      const { ops, accelerated } = opened;
      return {
        ...{ backend, ops, accelerated },
        reason: refusal ? { kind: 'instead', wanted, refusal } : reason,
      };
    }
    refusal ??= opened.refusal;
  }
  throw new Error('noBackend' satisfies Failure);
}

/** Milliseconds per step of an experiment on a backend; infinite where it cannot be had. */
async function timeStep(
  experiment: Experiment,
  backend: Backend,
  options: BackendOptions,
): Promise<number> {
  const opened = await openBackend(backend, options);
  if (!('ops' in opened)) return Number.POSITIVE_INFINITY;
  const trainer = createTrainer(opened.ops, experiment);
  try {
    await trainer.measure();
    const start = performance.now();
    let steps = 0;
    while (performance.now() - start < contestTime) {
      steps += (await trainer.advanceBy(mostTogether[backend])).length;
    }
    return (performance.now() - start) / steps;
  } finally {
    trainer.dispose();
  }
}
