import type { HistoryData } from './history';
import { absent } from './measures';
import { type RecordShape, recordWidth, stepColumn } from './record';

/** The first thing in records from outside that no run can measure: a value, or a step that does not come after the last. */
export type Impossible =
  | {
      readonly kind: 'badValue';
      /** Counted from 1. */
      readonly record: number;
      readonly measure: string;
      readonly value: string;
    }
  | {
      readonly kind: 'badOrder';
      readonly record: number;
      readonly step: number;
      readonly before: number;
    };

/** How far a loss may fall below 0 by rounding: a graphics processor's logarithm of 1 is not exactly 0. */
const rounding = 1e-6;

/** Finds the first value that cannot be: steps are whole and ascend, and every measure is at least 0, Inf, NaN or absent. */
export function impossibleIn({ parts }: Pick<HistoryData, 'parts'>): Impossible | null {
  let record = 0;
  let before = -1;
  for (const { shape, rows } of parts) {
    const width = recordWidth(shape);
    const stepAt = stepColumn(shape, 'step');
    for (let start = 0; start < rows.length; start += width) {
      record += 1;
      const step = rows[start + stepAt] ?? Number.NaN;
      if (!Number.isSafeInteger(step) || step < 0)
        return { kind: 'badValue', record, measure: 'step', value: String(step) };
      if (step <= before) return { kind: 'badOrder', record, step, before };
      before = step;
      for (let column = 0; column < width; column++) {
        const value = rows[start + column] ?? Number.NaN;
        if (value < -rounding && value !== absent)
          return {
            kind: 'badValue',
            record,
            measure: measureAt(shape, column),
            value: String(value),
          };
      }
    }
  }
  return null;
}

function measureAt({ steps, layers, depth }: RecordShape, column: number): string {
  return steps[column] ?? layers[Math.floor((column - steps.length) / (depth + 1))] ?? '';
}
