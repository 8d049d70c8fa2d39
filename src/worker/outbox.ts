import type { RecordShape } from '../history/record';
import type { Port } from './protocol';

/** Gathers a run's records and posts them at most about 30 times a second. */
export interface Outbox {
  /** Takes a record of some shape to send. */
  add(record: Float64Array, shape: RecordShape): void;
  /** Whether there is room for more records: false when the page has not kept up for long. */
  ready(): boolean;
  /** The page has taken in one post. */
  acknowledged(): void;
  /** Sends what there is. */
  flush(): void;
  /** Sends what there is if the page keeps up and the last post was long enough ago. */
  flushIfDue(): void;
}

/** Milliseconds between two posts. */
const interval = 33;

/** Posts that may wait for the page; further records wait here. */
const inFlight = 2;

/** Bytes of records that may wait here before training waits too. */
const capacity = 2e6;

/** Opens the outbox of one run. */
export function createOutbox(port: Port, run: number): Outbox {
  let records: Float64Array[] = [];
  let shape: RecordShape | null = null;
  let waiting = 0;
  let posted = performance.now();
  let unacknowledged = 0;

  function flush(): void {
    const [first] = records;
    if (!first || !shape) return;
    const rows = new Float64Array(records.length * first.length);
    records.forEach((record, index) => {
      rows.set(record, index * first.length);
    });
    const now = performance.now();
    const pace = (records.length * 1000) / Math.max(1, now - posted);
    records = [];
    waiting = 0;
    posted = now;
    unacknowledged += 1;
    port.post({ type: 'records', run, shape, rows, pace }, [rows.buffer]);
  }

  return {
    add(record, own) {
      if (own !== shape) flush();
      shape = own;
      records.push(record);
      waiting += record.byteLength;
    },
    ready: () => unacknowledged < inFlight || waiting < capacity,
    acknowledged: () => {
      unacknowledged = Math.max(0, unacknowledged - 1);
    },
    flush,
    flushIfDue() {
      if (unacknowledged < inFlight && performance.now() - posted >= interval) flush();
    },
  };
}
