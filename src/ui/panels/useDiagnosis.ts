import { useMemo } from 'react';
import { diagnose } from '../../diagnosis/diagnose';
import type { Diagnosis, Evidence } from '../../diagnosis/finding';
import type { Experiment } from '../../experiment/schema';
import { type App, judgedIndex } from '../../state/store/app';
import { amended, experimentAt, type Recording, shownRecording } from '../../state/store/run';
import { useStateInTurn } from '../charts/source/useStateInTurn';

/** What the step on screen means, and what that is read from. */
interface Judged extends Diagnosis {
  readonly evidence: Evidence;
}

/** What is judged: what is recorded, at a step, and the experiment that a fix would change. */
function judgedPart({ run, viewed, experiment }: App) {
  const recording = shownRecording(run);
  const isBefore = recording !== null && run.recording === null;
  return { recording, viewed, current: isBefore ? null : experiment };
}

/**
 * The diagnosis of the step on screen; null before there is a record of this network. While a run is prepared, the one
 * before is judged on, as it is charted.
 */
export function useDiagnosis(): Judged | null {
  const { recording, viewed, current } = useStateInTurn(judgedPart, { isFirst: true });
  return useMemo(
    () => recording && judge(recording, viewed, current),
    [recording, viewed, current],
  );
}

function judge(
  recording: Recording,
  viewed: number | null,
  changed: Experiment | null,
): Judged | null {
  const { history, nonFinite, began, events } = recording;
  const current = changed ?? amended(began, events);
  if (history.shape.depth !== current.depth) return null;
  const index = judgedIndex(recording, viewed);
  const experiment = experimentAt(recording, history.at(index, 'step'));
  const evidence = { experiment, current, history, index, nonFinite };
  return { ...diagnose(evidence), evidence };
}
