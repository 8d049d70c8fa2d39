import type { Failure } from '../base/failure';
import { costOf, slowestStep } from '../experiment/budget';
import type { Experiment } from '../experiment/schema';
import type { Outcome } from '../history/outcome';
import type { Client } from '../worker/client';
import type { Report } from '../worker/protocol';

/** A whole training to be done in the background. */
export interface Task {
  readonly experiment: Experiment;
  readonly steps: number;
}

/** How a task went. */
export interface Tried {
  readonly outcome: Outcome;
  /** Milliseconds per step, the median over turns; NaN before the first. */
  readonly pace: number;
}

/** Workers that share a queue of tasks. */
export interface Pool {
  /**
   * Does a task when its turn comes. Rejects with `signal.reason` when it is called off, and with an
   * error when the experiment failed or the worker died; the other tasks go on.
   */
  run(task: Task, signal: AbortSignal): Promise<Tried>;
  /** Sets how many tasks may go on at a time, 0 for none: those beyond it are held where they are. */
  limit(most: number): void;
  /** Whether there is anything to do. */
  isBusy(): boolean;
  /** Ends every worker; what waits is left waiting. */
  close(): void;
}

/** What a pool is made of. */
export interface PoolOptions {
  /** Most tasks that go on at a time, until it is limited otherwise. */
  readonly size: number;
  /** Starts a worker. */
  connect(listen: (report: Report) => void): Client;
  /** Milliseconds for which a worker without a task is kept. */
  readonly idle: number;
}

interface Job extends Task {
  readonly id: number;
  settle(result: Tried | Error): void;
}

interface Member {
  readonly client: Client;
  job: Job | null;
  isHeld: boolean;
  /** Milliseconds for which its task has gone on. */
  spent: number;
  resting: ReturnType<typeof setTimeout> | undefined;
}

/** Most bytes that tasks under way may hold together; one alone always may. */
const mostBytes = 2e9;

/** Milliseconds between two looks at whether a worker hangs. */
const interval = 1000;

/** Milliseconds that a task may take: to start, and for each step, beside what its arithmetic takes at its slowest. */
const patience = { start: 60_000, step: 100 } as const;

/** Opens a pool; its workers start with the first tasks. */
export function createPool({ size, connect, idle }: PoolOptions): Pool {
  const members = new Set<Member>();
  let queue: Job[] = [];
  let most = size;
  let count = 0;
  let watching: ReturnType<typeof setInterval> | undefined;

  function dismiss(member: Member): void {
    clearTimeout(member.resting);
    members.delete(member);
    member.client.close();
  }

  function hire(): Member {
    const member: Member = {
      client: connect((report) => hear(member, report)),
      job: null,
      isHeld: false,
      spent: 0,
      resting: undefined,
    };
    members.add(member);
    watching ??= setInterval(watch, interval);
    return member;
  }

  /** Gives up workers that hang; what is held does not count, nor what a page that sleeps does not see. */
  function watch(): void {
    for (const member of busy()) {
      if (!member.isHeld) member.spent += interval;
      if (!member.job || member.spent < longest(member.job)) continue;
      dismiss(member);
      const failure: Failure = `silent ${Math.round(member.spent / 1000)}`;
      finish(member, new Error(failure));
    }
    if (members.size > 0) return;
    clearInterval(watching);
    watching = undefined;
  }

  const busy = () => [...members].filter(({ job }) => job !== null);

  function hold(member: Member, isHeld: boolean): void {
    if (member.isHeld === isHeld) return;
    member.isHeld = isHeld;
    member.client.post({ type: 'hold', held: isHeld });
  }

  function hear(member: Member, report: Report): void {
    const { job } = member;
    const isDead = report.type === 'failed' && report.run === -1;
    if (isDead) dismiss(member);
    else if (report.run !== job?.id) return;
    if (report.type === 'tried') finish(member, { outcome: report.outcome, pace: report.pace });
    else if (report.type === 'failed') finish(member, new Error(report.message));
  }

  function finish(member: Member, result: Tried | Error): void {
    const { job } = member;
    member.job = null;
    job?.settle(result);
    if (members.has(member)) member.resting = setTimeout(() => dismiss(member), idle);
    next();
  }

  function next(): void {
    for (const [index, member] of busy().entries()) hold(member, index >= most);
    for (;;) {
      const working = busy();
      const job = queue[0];
      if (!job || working.length >= most || !fits(job, working)) return;
      const member = [...members].find((one) => one.job === null) ?? hire();
      queue = queue.slice(1);
      clearTimeout(member.resting);
      hold(member, false);
      member.job = job;
      member.spent = 0;
      const { id, experiment, steps } = job;
      member.client.post({ type: 'try', run: id, experiment, steps });
    }
  }

  function callOff(job: Job): void {
    queue = queue.filter((waiting) => waiting !== job);
    const busyWith = [...members].find((member) => member.job === job);
    if (busyWith) dismiss(busyWith);
    queueMicrotask(next);
  }

  return {
    run: (task, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const stop = () => {
          callOff(job);
          reject(signal.reason);
        };
        const job: Job = {
          ...task,
          id: count++,
          settle(result) {
            signal.removeEventListener('abort', stop);
            if (result instanceof Error) reject(result);
            else resolve(result);
          },
        };
        signal.addEventListener('abort', stop, { once: true });
        queue.push(job);
        next();
      }),
    limit(wanted) {
      most = wanted;
      next();
    },
    isBusy: () => queue.length > 0 || busy().length > 0,
    close() {
      for (const member of members) dismiss(member);
    },
  };
}

/** Whether there is memory for one more task. */
function fits({ experiment }: Task, working: readonly Member[]): boolean {
  const held = working.map(({ job }) => (job ? costOf(job.experiment).bytes : 0));
  const sum = held.reduce((total, bytes) => total + bytes, costOf(experiment).bytes);
  return working.length === 0 || sum <= mostBytes;
}

/** Milliseconds after which a task that does not end hangs. */
function longest({ experiment, steps }: Task): number {
  return patience.start + (steps + 1) * (patience.step + slowestStep(experiment));
}
