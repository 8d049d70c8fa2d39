import { createStore } from 'zustand/vanilla';

/** What a person did at a step of a lesson. */
export interface StepProgress {
  /** Index of the option that was predicted. */
  readonly choice?: number;
  /** Whether every check of the step had its answer. */
  readonly isDone?: boolean;
}

/** What a person did in the lessons, by `lesson.step`. */
export type Progress = Readonly<Partial<Record<string, StepProgress>>>;

const storageKey = 'chain-reaction.lessons';

/** A person's progress in the lessons, kept in this browser. */
export const progress = createStore<Progress>(() => stored());

/** Notes what a person did at a step, and keeps it for the next visit. */
export function recordStep(step: string, did: StepProgress): void {
  progress.setState((known) => ({ [step]: { ...known[step], ...did } }));
  keep();
}

/** Forgets everything a person did in the lessons. */
export function forgetProgress(): void {
  progress.setState({}, true);
  keep();
}

function keep(): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(progress.getState()));
  } catch {
    // A browser without storage forgets the progress, and the lessons work all the same.
  }
}

function stored(): Progress {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    const steps = Object.entries(value ?? {}).filter(([step]) => /^\w+\.\d+$/.test(step));
    return Object.fromEntries(steps.map(([step, did]) => [step, known(did)]));
  } catch {
    return {};
  }
}

function known(did: { choice?: unknown; isDone?: unknown } | null): StepProgress {
  const choice = Number.isInteger(did?.choice) ? { choice: did?.choice as number } : {};
  return { ...choice, ...(did?.isDone === true && { isDone: true }) };
}
