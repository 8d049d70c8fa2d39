import { inspectionReach } from '../history/inspection';
import type { Weights } from './weights';

/** Bytes that all snapshots of a run may take, where two of them fit. */
const budget = 120e6;

/** Most snapshots, so that few steps lie between two. */
const most = 21;

/** The weights of a step that has passed. */
export interface Snapshot {
  readonly step: number;
  readonly weights: Weights;
}

/** The weights of some past steps, from which the steps between can be computed again. */
export interface Snapshots {
  /** Offers a step's weights, in the order of steps; gives back what need not be kept any longer. */
  offer(snapshot: Snapshot): readonly Weights[];
  /** The last snapshot up to a step; undefined where they do not reach back. */
  upTo(step: number): Snapshot | undefined;
  /** The one that lies furthest back. */
  oldest(): Snapshot | undefined;
  /** Everything that is held. */
  weights(): readonly Weights[];
}

/** Keeps snapshots of `bytes` each, the first offered and then evenly spaced, as far back as `inspectionReach` at least. */
export function createSnapshots(bytes: number): Snapshots {
  const count = Math.max(2, Math.min(most, Math.floor(budget / bytes)));
  const interval = Math.ceil(inspectionReach / (count - 1));
  const kept: Snapshot[] = [];
  return {
    offer(snapshot) {
      const last = kept.at(-1);
      if (last && (snapshot.step % interval !== 0 || last.step === snapshot.step)) return [];
      kept.push(snapshot);
      const old = kept.findLastIndex(({ step }) => step <= snapshot.step - inspectionReach);
      return kept.splice(0, Math.max(0, old)).map(({ weights }) => weights);
    },
    upTo: (step) => kept.findLast((snapshot) => snapshot.step <= step),
    oldest: () => kept[0],
    weights: () => kept.map(({ weights }) => weights),
  };
}
