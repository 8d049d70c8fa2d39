import { useRef } from 'react';
import { diagnose } from '../../diagnosis/diagnose';
import type { Diagnosis, Evidence } from '../../diagnosis/finding';
import type { Experiment } from '../../experiment/schema';
import { judgedIndex } from '../../state/app';
import { experimentAt, type Run } from '../../state/run';
import { type Drawn, useTurn } from '../charts/useTurn';

/** What the step on screen means, and what that is read from. */
interface Judged extends Diagnosis {
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

let known: Readonly<
  Pick<Drawn, 'run' | 'experiment' | 'index'> & { judged: Judged | null }
> | null = null;

/** All who show the same moment share one diagnosis. */
function judgedOnce(drawn: Drawn): Judged | null {
  const { run, experiment } = drawn;
  const index = judgedIndex(drawn);
  const isKnown = known?.run === run && known.experiment === experiment && known.index === index;
  if (!known || !isKnown) known = { run, experiment, index, judged: judge(run, experiment, index) };
  return known.judged;
}

function judge(run: Run, current: Experiment, index: number): Judged | null {
  const { history, nonFinite } = run;
  if (!history?.length || history.shape.depth !== current.depth) return null;
  const experiment = experimentAt(run, history.at(index, 'step'));
  const evidence = { experiment, current, history, index, nonFinite };
  return { ...diagnose(evidence), evidence };
}
