import type { Port } from './protocol';

/** Gathers a run's records and posts them at most about 30 times a second. */
export interface Outbox {
  /** Takes a record to send. */
  add(record: Float64Array): void;
  /** Whether the page keeps up: false while too many posts wait to be acknowledged. */
  ready(): boolean;
  /** The page has taken in one post. */
  acknowledged(): void;
  /** Sends what there is. */
  flush(): void;
  /** Sends what there is if the last post was long enough ago. */
  flushIfDue(): void;
}

/** Milliseconds between two posts. */
const interval = 33;

/** Posts that may wait for the page before training waits too. */
const inFlight = 2;

/** Opens the outbox of one run. */
export function createOutbox(port: Port, run: number): Outbox {
  let records: Float64Array[] = [];
  let posted = performance.now();
  let unacknowledged = 0;

  function flush(): void {
    const [first] = records;
    if (!first) return;
    const rows = new Float64Array(records.length * first.length);
    records.forEach((record, index) => {
      rows.set(record, index * first.length);
    });
    const now = performance.now();
    const pace = (records.length * 1000) / Math.max(1, now - posted);
    records = [];
    posted = now;
    unacknowledged += 1;
    port.post({ type: 'records', run, rows, pace }, [rows.buffer]);
  }

  return {
    add: (record) => records.push(record),
    ready: () => unacknowledged < inFlight,
    acknowledged: () => {
      unacknowledged = Math.max(0, unacknowledged - 1);
    },
    flush,
    flushIfDue() {
      if (performance.now() - posted >= interval) flush();
    },
  };
}
