import { app } from '../store/app';
import { currentStep, lastFinite, shownRecording } from '../store/run';

/** Milliseconds that a replay takes, and the least for which a step of a short run is shown. */
const whole = 6000;
const least = 600;

/** Milliseconds for which a step is shown to those who asked for less motion. */
const calm = 1200;

/**
 * Plays the recorded steps from the first to the last; a visit, or the run going on, ends it. A run that stopped
 * being finite is left at its last finite step.
 */
export function replay(): void {
  const { run } = app.getState();
  const last = currentStep(run);
  if (run.state === 'running' || last === 0) return;
  const stepAt = pace(last, matchMedia('(prefers-reduced-motion: reduce)').matches);
  const began = performance.now();
  let shown = -1;

  function play(): void {
    const { isReplaying, viewed, run: now } = app.getState();
    const isInterrupted = shown >= 0 && (!isReplaying || viewed !== shown);
    if (isInterrupted || now.id !== run.id || now.state === 'running') {
      app.setState({ isReplaying: false });
      return;
    }
    const step = stepAt(performance.now() - began);
    if (step > last) {
      const recording = shownRecording(now);
      app.setState({ viewed: recording && lastFinite(recording), isReplaying: false });
      return;
    }
    if (step !== shown) app.setState({ viewed: step, isReplaying: true });
    shown = step;
    requestAnimationFrame(play);
  }

  play();
}

/** Plays the recorded steps, or ends that at the step on screen. */
export function toggleReplay(): void {
  if (app.getState().isReplaying) app.setState({ isReplaying: false });
  else replay();
}

/**
 * The step to show after some milliseconds of a replay of the steps 0 … last, more than `last` once it is over: each as
 * long, and where that is too many for calm eyes, some evenly spread ones.
 */
export function pace(last: number, isCalm: boolean): (elapsed: number) => number {
  const count = last + 1;
  const each = isCalm ? calm : least;
  const fitting = Math.floor(whole / each);
  const shows = isCalm ? Math.min(count, fitting) : count;
  const duration = isCalm || count <= fitting ? each : whole / count;
  return (elapsed) => {
    const show = Math.floor(elapsed / duration);
    return show < shows ? Math.round((show * last) / Math.max(1, shows - 1)) : count;
  };
}
