import type { Evidence } from '../../diagnosis/finding';
import { judgedIndex } from '../../state/app';
import { useTurn } from '../charts/useTurn';

/** What the verdict on the step on screen is made from; null before there is a record of this network. */
export function useEvidence(): Evidence | null {
  const drawn = useTurn();
  const { run, experiment } = drawn;
  const { history, nonFinite } = run;
  if (!history?.length || history.shape.depth !== experiment.depth) return null;
  return { experiment, history, index: judgedIndex(drawn), nonFinite };
}
