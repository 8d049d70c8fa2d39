import { openBackend } from '../../src/engine/tfjs/backend';
import { createTrainer } from '../../src/engine/trainer';
import type { Experiment } from '../../src/experiment/schema';
import { absent } from '../../src/history/measures';
import { layerColumn, stepColumn } from '../../src/history/record';
import { loggable } from '../../src/log/entries';

/** A log, row by row: step, layer, loss, then the measures; NaN may stand, null where nothing was measured. */
export type Log = readonly (readonly (number | null)[])[];

/** Trains an experiment on the page's engine and logs it as scripts do. */
export async function reference(
  experiment: Experiment,
  steps: number,
  backend: 'wasm' | 'cpu' = 'wasm',
): Promise<Log> {
  const opened = await openBackend(backend);
  if ('refusal' in opened) throw new Error(opened.refusal);
  const trainer = createTrainer(opened.ops, experiment);
  const rows: (number | null)[][] = [];
  const write = (record: Float64Array) => {
    const { shape } = trainer;
    const value = (column: number) => {
      const found = record[column];
      return found === undefined || found === absent ? null : found;
    };
    for (let layer = 0; layer <= shape.depth; layer++) {
      const measures = loggable.map((name) => value(layerColumn(shape, name, layer)));
      const step = value(stepColumn(shape, 'step'));
      rows.push([step, layer, value(stepColumn(shape, 'loss')), ...measures]);
    }
  };
  write(await trainer.measure());
  while (trainer.step < steps - 1 && !trainer.nonFinite) write(await trainer.advance());
  trainer.dispose();
  return rows;
}

/** Reads a script's log. */
export function readLog(text: string): Log {
  const words: Readonly<Record<string, number | null>> = {
    '': null,
    inf: Number.POSITIVE_INFINITY,
    '-inf': Number.NEGATIVE_INFINITY,
    nan: Number.NaN,
  };
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) =>
      line
        .split(',')
        .map((cell) => (Object.hasOwn(words, cell) ? (words[cell] ?? null) : Number(cell))),
    );
}

/** Where two logs are furthest apart. */
export interface Deviation {
  /** Relative, over everything that is finite in both. */
  readonly worst: number;
  readonly at: string;
  /** Rows that one has and the other has not, and cells that only one measured or that only one holds finite, in words. */
  readonly differences: readonly string[];
}

/**
 * The largest deviation that counts as agreement. In float16, whose steps are 5e-4 apart, the last bit of a
 * float32 sum decides how a signal is rounded, and the page's own backends differ by as much.
 */
export function toleranceOf({ numberFormat }: Experiment): number {
  return numberFormat === 'float16' ? 2e-3 : 1e-3;
}

/** Numbers this small are compared as if they were this large. */
const smallest = 1e-20;

/** Compares a script's log with the reference; the last step may overflow in another cell. */
export function compare(actual: Log, expected: Log): Deviation {
  const differences: string[] = [];
  if (actual.length !== expected.length) {
    differences.push(`${actual.length} rows, not ${expected.length}`);
  }
  const last = expected.at(-1)?.[0];
  let worst = 0;
  let at = '';
  expected.forEach((row, index) => {
    row.forEach((wanted, column) => {
      const got = actual[index]?.[column] ?? null;
      const place = `step ${row[0]}, layer ${row[1]}, ${['step', 'layer', 'loss', ...loggable][column]}`;
      if (got === null || wanted === null) {
        if (got !== wanted) differences.push(`${place}: ${got}, not ${wanted}`);
        return;
      }
      if (!Number.isFinite(got) || !Number.isFinite(wanted)) {
        const both = !Number.isFinite(got) && !Number.isFinite(wanted);
        if (!both && row[0] !== last) differences.push(`${place}: ${got}, not ${wanted}`);
        return;
      }
      const error = Math.abs(got - wanted) / Math.max(Math.abs(wanted), smallest);
      if (error > worst) {
        worst = error;
        at = `${place}: ${got}, not ${wanted}`;
      }
    });
  });
  return { worst, at, differences };
}
