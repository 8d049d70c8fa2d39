import { shallow } from 'zustand/shallow';
import { app } from '../store/app';
import { type Answer, currentStep } from '../store/run';
import { connection } from './connection';

/** Milliseconds between two inquiries: while training they cost steps. */
const interval = { running: 600, still: 60 } as const;

/** Milliseconds for which the page must ask for nothing else before the weights are looked at. */
const settling = 200;

interface Inquiry {
  readonly run: number;
  /** Null for the step that the worker has reached by then: to go back costs it the steps between. */
  readonly step: number | null;
  readonly layer: number | null;
  /** While training, the norms of all weights would cost steps. */
  readonly withNorms: boolean;
  /** The newest step known. */
  readonly newest: number;
}

/**
 * Keeps asking the worker for what needs the weights of the step on screen: one inquiry at a time, and
 * only once the experiment has stopped changing.
 */
export function keepAskingWeights(): void {
  let asked: Inquiry | null = null;
  let answerBefore: Answer | null = null;
  let askedAt = 0;
  let changedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function consider(): void {
    timer = undefined;
    const wanted = inquiryOf();
    if (!wanted) asked = null;
    const { inspection, state } = app.getState().run;
    const isWaiting = asked?.run === wanted?.run && inspection === answerBefore;
    if (!wanted || isWaiting || shallow(asked, wanted)) return;
    const pause = interval[state === 'running' ? 'running' : 'still'];
    const wait = Math.max(askedAt + pause, changedAt + settling) - performance.now();
    if (wait > 0) {
      timer = setTimeout(consider, wait);
      return;
    }
    asked = wanted;
    answerBefore = inspection;
    askedAt = performance.now();
    const { run, step, layer, withNorms } = wanted;
    connection.post({ type: 'inspect', run, step, layer, withNorms });
  }

  app.subscribe(({ experiment }, before) => {
    if (experiment !== before.experiment) changedAt = performance.now();
    if (timer === undefined) consider();
  });
}

/** What the page would like to know; null while a run is being prepared or cannot answer. */
function inquiryOf(): Inquiry | null {
  const { run, viewed, inspected } = app.getState();
  const canAnswer = run.state === 'ready' || run.state === 'running' || run.state === 'nonFinite';
  if (!canAnswer) return null;
  const newest = viewed === null ? currentStep(run) : viewed;
  const withNorms = run.state !== 'running';
  return { run: run.id, step: viewed, layer: inspected, withNorms, newest };
}
