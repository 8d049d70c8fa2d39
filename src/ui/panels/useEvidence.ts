import type { Evidence } from '../../diagnosis/finding';
import { experimentAt } from '../../state/run';
import { useTurn } from '../charts/useTurn';

/** What the diagnosis of the step on screen is made from; null before there is a record of this network. */
export function useEvidence(): Evidence | null {
  const { run, experiment: current, index } = useTurn({ isFirst: true });
  const { history, nonFinite } = run;
  if (!history?.length || history.shape.depth !== current.depth) return null;
  const experiment = experimentAt(run, history.at(index, 'step'));
  return { experiment, current, history, index, nonFinite };
}
