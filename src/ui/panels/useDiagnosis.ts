import { useRef } from 'react';
import { diagnose } from '../../diagnosis/diagnose';
import type { Diagnosis, Evidence } from '../../diagnosis/finding';
import { judgedIndex } from '../../state/app';
import { experimentAt } from '../../state/run';
import { type Drawn, useTurn } from '../charts/useTurn';

/** What the step on screen means, and what that is read from. */
export interface Judged extends Diagnosis {
  readonly evidence: Evidence;
}

/**
 * The diagnosis of the step on screen; null before there is a record of this network. While a run is prepared, what was said of the
 * one before stays, as its charts do.
 */
export function useDiagnosis(): Judged | null {
  const drawn = useTurn({ isFirst: true });
  const last = useRef<Judged | null>(null);
  const { state, isRecorded } = drawn.run;
  if (state !== 'preparing' || isRecorded || !last.current) last.current = judgedOnce(drawn);
  return last.current;
}

let known: { readonly drawn: Drawn; readonly judged: Judged | null } | null = null;

/** All who show the same moment share one diagnosis. */
function judgedOnce(drawn: Drawn): Judged | null {
  const isKnown =
    known?.drawn.run === drawn.run &&
    known.drawn.experiment === drawn.experiment &&
    judgedIndex(known.drawn) === judgedIndex(drawn);
  if (!known || !isKnown) known = { drawn, judged: judge(drawn) };
  return known.judged;
}

function judge(drawn: Drawn): Judged | null {
  const { run, experiment: current } = drawn;
  const { history, nonFinite } = run;
  if (!history?.length || history.shape.depth !== current.depth) return null;
  const index = judgedIndex(drawn);
  const experiment = experimentAt(run, history.at(index, 'step'));
  const evidence = { experiment, current, history, index, nonFinite };
  return { ...diagnose(evidence), evidence };
}
