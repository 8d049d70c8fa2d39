import { type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const waiting = new Set<() => void>();
let isScheduled = false;

/** Draws a part in a task of its own once those before it have theirs; returns how to stop waiting. */
function queue(draw: () => void): () => void {
  waiting.add(draw);
  schedule();
  return () => waiting.delete(draw);
}

function schedule(): void {
  if (isScheduled || waiting.size === 0) return;
  isScheduled = true;
  setTimeout(() => {
    isScheduled = false;
    const [draw] = waiting;
    if (!draw) return;
    waiting.delete(draw);
    schedule();
    flushSync(draw);
  });
}

/** The kinds of which one is whole. */
const known = new Set<string>();

interface StagedChildrenProps {
  /** What comes: once one of its kind is whole, others come whole, for what is done for the first time takes longest. */
  readonly kind: string;
  readonly children: readonly ReactNode[];
}

/** Brings its children onto the page one after another, each in a task of its own, so that a press waits for one of them at most. */
export function StagedChildren({ kind, children }: StagedChildrenProps) {
  const [stage, setStage] = useState(() => (known.has(kind) ? children.length : 0));
  const isNext = stage < children.length;
  useEffect(() => {
    if (isNext) return queue(() => setStage(stage + 1));
    known.add(kind);
  }, [kind, stage, isNext]);
  return children.slice(0, stage);
}
