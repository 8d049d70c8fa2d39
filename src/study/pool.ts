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
  /** Sets how many tasks may be under way at a time, 0 for none; what has begun is finished. */
  limit(most: number): void;
  /** Ends every worker; what waits is left waiting. */
  close(): void;
}

/** What a pool is made of. */
export interface PoolOptions {
  /** Most tasks under way at a time, until it is limited otherwise. */
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
  resting: ReturnType<typeof setTimeout> | undefined;
}

/** Opens a pool; its workers start with the first tasks. */
export function createPool({ size, connect, idle }: PoolOptions): Pool {
  const members = new Set<Member>();
  let queue: Job[] = [];
  let most = size;
  let count = 0;

  function dismiss(member: Member): void {
    clearTimeout(member.resting);
    members.delete(member);
    member.client.close();
  }

  function hire(): Member {
    const member: Member = {
      client: connect((report) => hear(member, report)),
      job: null,
      resting: undefined,
    };
    members.add(member);
    return member;
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
    for (;;) {
      const idlers = [...members].filter(({ job }) => job === null);
      const job = queue[0];
      if (!job || members.size - idlers.length >= most) return;
      const member = idlers[0] ?? hire();
      queue = queue.slice(1);
      clearTimeout(member.resting);
      member.job = job;
      const { id, experiment, steps } = job;
      member.client.post({ type: 'try', run: id, experiment, steps });
    }
  }

  function callOff(job: Job): void {
    queue = queue.filter((waiting) => waiting !== job);
    const busy = [...members].find((member) => member.job === job);
    if (busy) dismiss(busy);
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
    close() {
      for (const member of members) dismiss(member);
    },
  };
}
