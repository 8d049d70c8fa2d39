import { app, shownIndex } from './app';
import { connection } from './connection';

/** Milliseconds between two inquiries: while training they cost steps. */
const interval = { running: 600, still: 60 } as const;

/** Milliseconds for which the page must ask for nothing else before the weights are looked at. */
const settling = 200;

interface Inquiry {
  readonly run: number;
  readonly step: number;
  readonly layer: number | null;
}

/**
 * Keeps asking the worker for what needs the weights of the step on screen: one inquiry at a time, and
 * only once the experiment has stopped changing.
 */
export function keepInquiring(): void {
  let asked: Inquiry | null = null;
  let askedAt = 0;
  let changedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function consider(): void {
    timer = undefined;
    const wanted = inquiryOf();
    const { inspection, state } = app.getState().run;
    if (!wanted || isSame(asked, wanted)) return;
    const isWaiting = asked?.run === wanted.run && !(inspection && isSame(inspection, asked));
    if (isWaiting) return;
    const pause = interval[state === 'running' ? 'running' : 'still'];
    const wait = Math.max(askedAt + pause, changedAt + settling) - performance.now();
    if (wait > 0) {
      timer = setTimeout(consider, wait);
      return;
    }
    asked = wanted;
    askedAt = performance.now();
    connection.post({ type: 'inspect', ...wanted });
  }

  app.subscribe(({ experiment }, before) => {
    if (experiment !== before.experiment) changedAt = performance.now();
    if (timer === undefined) consider();
  });
}

/** What the page would like to know; null while a run is being prepared or cannot answer. */
function inquiryOf(): Inquiry | null {
  const state = app.getState();
  const { run, inspected } = state;
  const canAnswer = run.state === 'ready' || run.state === 'running' || run.state === 'nonFinite';
  if (!canAnswer || !run.history) return null;
  return { run: run.id, step: run.history.at(shownIndex(state), 'step'), layer: inspected };
}

function isSame(a: Inquiry | null, b: Inquiry): boolean {
  return a !== null && a.run === b.run && a.step === b.step && a.layer === b.layer;
}
