import { absent, type LayerMeasure, type StepMeasure } from './measures';
import { layerColumn, type RecordShape, recordWidth, stepColumn } from './record';

/** What a history may hold before it thins its older half, in bytes; step 0 and spikes of the gradient stay. */
export const historyLimit = 64e6;

/** A run's records by step, oldest first; steps ascend, and gaps are where it was thinned. */
export interface History {
  readonly shape: RecordShape;
  /** The shape of the record at `index`: what is measured may change while a run goes on. */
  shapeAt(index: number): RecordShape;
  readonly length: number;
  /** Whether older steps were thinned to stay within the limit. */
  readonly thinned: boolean;
  /** Adds rows of one shape; a row whose step is already last replaces it. */
  append(rows: Float64Array, shape?: RecordShape): void;
  /** Index of the last record up to a step; 0 before the first. */
  indexOf(step: number): number;
  /** A measure of the record at `index`; `absent` where it was not measured or there is no record. */
  at(index: number, measure: StepMeasure): number;
  /** A layer's measure of the record at `index`; `absent` likewise. */
  layerAt(index: number, measure: LayerMeasure, layer: number): number;
  /** The records so far as plain data, which later ones leave alone. */
  data(): HistoryData;
  /** Lets go of every record, for good: whoever still holds the history finds it empty. */
  release(): void;
}

/** A history as plain data: it can be stored, sent and read back. */
export interface HistoryData {
  readonly shape: RecordShape;
  readonly thinned: boolean;
  /** Rows of one shape each, oldest first. */
  readonly parts: readonly { readonly shape: RecordShape; readonly rows: Float64Array }[];
}

/** A history of its own from plain data, thinned where it is over the limit. */
export function historyFrom(data: HistoryData, limit = historyLimit): History {
  const history = createHistory(data.shape, limit, data.thinned);
  for (const { shape, rows } of data.parts) history.append(rows, shape);
  return history;
}

interface Recorded {
  readonly shape: RecordShape;
  readonly row: Float64Array;
}

/** An empty history for records of one shape. */
export function createHistory(
  shape: RecordShape,
  limit = historyLimit,
  wasThinned = false,
): History {
  const step = stepColumn(shape, 'step');
  let records: Recorded[] = [];
  let bytes = 0;
  let thinned = wasThinned;

  const value = (index: number, columnIn: (shape: RecordShape) => number) => {
    const record = records[index];
    return record?.row[columnIn(record.shape)] ?? absent;
  };

  function push(record: Recorded) {
    const last = records.at(-1);
    if (last && last.row[step] === record.row[step]) {
      bytes -= last.row.byteLength;
      records.pop();
    }
    records.push(record);
    bytes += record.row.byteLength;
    if (bytes > limit && records.length > 4) thin();
  }

  function thin() {
    const half = Math.floor(records.length / 2);
    const [first, ...older] = records.slice(0, half);
    const kept = first ? [first, ...moreTelling(older)] : [];
    records = [...kept, ...records.slice(half)];
    bytes = records.reduce((sum, { row }) => sum + row.byteLength, 0);
    thinned = true;
  }

  return {
    shape,
    shapeAt: (index) => records[index]?.shape ?? shape,
    get length() {
      return records.length;
    },
    get thinned() {
      return thinned;
    },
    append(rows, own = shape) {
      const width = recordWidth(own);
      for (let start = 0; start < rows.length; start += width) {
        push({ shape: own, row: rows.slice(start, start + width) });
      }
    },
    indexOf(wanted) {
      let [low, high] = [0, records.length - 1];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((records[middle]?.row[step] ?? 0) <= wanted) low = middle;
        else high = middle - 1;
      }
      return low;
    },
    at: (index, measure) => value(index, (own) => stepColumn(own, measure)),
    layerAt: (index, measure, layer) => value(index, (own) => layerColumn(own, measure, layer)),
    data: () => ({ shape, thinned, parts: partsOf(records) }),
    release() {
      records = [];
      bytes = 0;
    },
  };
}

/** Of each pair of records the one with the larger gradient norm, one that is not finite before all others. */
function moreTelling(records: readonly Recorded[]): readonly Recorded[] {
  return records.filter((record, index) => {
    const other = records[index % 2 === 0 ? index + 1 : index - 1];
    if (!other) return true;
    const [own, others] = [heightOf(record), heightOf(other)];
    return index % 2 === 0 ? own >= others : own > others;
  });
}

/** The norm of a record's gradient; infinite where gradient or loss is not finite. */
function heightOf({ shape, row }: Recorded): number {
  const norm = row[stepColumn(shape, 'gradNorm')] ?? absent;
  const loss = row[stepColumn(shape, 'loss')] ?? absent;
  return Number.isFinite(norm) && Number.isFinite(loss) ? norm : Number.POSITIVE_INFINITY;
}

/** Joins neighboring records of one shape. */
function partsOf(records: readonly Recorded[]): HistoryData['parts'] {
  const parts: { shape: RecordShape; recorded: Float64Array[] }[] = [];
  for (const { shape, row } of records) {
    const last = parts.at(-1);
    if (last?.shape === shape) last.recorded.push(row);
    else parts.push({ shape, recorded: [row] });
  }
  return parts.map(({ shape, recorded }) => {
    const width = recordWidth(shape);
    const rows = new Float64Array(recorded.length * width);
    recorded.forEach((row, index) => {
      rows.set(row, index * width);
    });
    return { shape, rows };
  });
}
