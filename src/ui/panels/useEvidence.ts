import { useRef } from 'react';
import type { Evidence } from '../../diagnosis/finding';
import { judgedIndex } from '../../state/app';
import { experimentAt } from '../../state/run';
import { type Drawn, useTurn } from '../charts/useTurn';

/**
 * What the verdict on the step on screen is made from; null before there is a record of this network. While a run is prepared, what
 * was said of the one before stays, as its charts do.
 */
export function useEvidence(): Evidence | null {
  const drawn = useTurn({ isFirst: true });
  const last = useRef<Evidence | null>(null);
  const { state, isRecorded } = drawn.run;
  if (state !== 'preparing' || isRecorded || !last.current) last.current = evidenceOf(drawn);
  return last.current;
}

function evidenceOf(drawn: Drawn): Evidence | null {
  const { run, experiment: current } = drawn;
  const { history, nonFinite } = run;
  if (!history?.length || history.shape.depth !== current.depth) return null;
  const index = judgedIndex(drawn);
  const experiment = experimentAt(run, history.at(index, 'step'));
  return { experiment, current, history, index, nonFinite };
}
