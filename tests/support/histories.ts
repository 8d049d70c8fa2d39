import { fromBase64, toBase64 } from '../../src/base/base64';
import { createTrainer } from '../../src/engine/trainer';
import { decodeLink } from '../../src/experiment/link';
import type { Experiment } from '../../src/experiment/schema';
import { absent } from '../../src/history/measures';
import type { RecordShape } from '../../src/history/record';
import type { Ops } from '../../src/ops/ops';
import { holdFile } from './tables';

/** Columns of a history by measure, float64 in base64: a value per record, or one per record and layer. */
export type Columns = Readonly<Record<string, string>>;

/** A file of `reference/histories`. */
export interface Recorded {
  readonly link: string;
  readonly steps: number;
  /** Commit, day and browser of the recording. */
  readonly recorded?: string;
  /** By backend. */
  readonly columns?: Readonly<Record<string, Columns>>;
}

/** The experiment of a link; a table of one's own is that of `flowers.csv`. */
export function experimentOf({ link }: Recorded): Experiment {
  const { experiment, problems } = decodeLink(link);
  if (problems.length > 0) throw new Error(`${link}: ${JSON.stringify(problems)}`);
  if (experiment.dataset !== 'ownData') return experiment;
  return { ...experiment, dataHash: holdFile('flowers.csv').hash };
}

/** Trains up to so many steps and gives every measure of every record, without those that were never measured. */
export async function columnsOf(ops: Ops, experiment: Experiment, steps: number): Promise<Columns> {
  const trainer = createTrainer(ops, experiment);
  const records = [await trainer.measure()];
  while (trainer.step < steps && !trainer.nonFinite) records.push(await trainer.advance());
  const { shape } = trainer;
  trainer.dispose();
  return Object.fromEntries(
    partsOf(shape).flatMap(({ name, start, end }) => {
      const values = records.flatMap((record) => [...record.subarray(start, end)]);
      return values.every((value) => value === absent) ? [] : [[name, encode(values)]];
    }),
  );
}

function partsOf({ steps, layers, depth }: RecordShape) {
  const ofLayers = layers.map((measure, index) => {
    const start = steps.length + index * (depth + 1);
    return { name: `${measure} by layer`, start, end: start + depth + 1 };
  });
  return [...steps.map((name, index) => ({ name, start: index, end: index + 1 })), ...ofLayers];
}

/** Values as base64 of float64, every NaN alike. */
export function encode(values: readonly number[]): string {
  return toBase64(new Uint8Array(Float64Array.from(values).buffer));
}

/** The values of `encode`. */
export function decode(text: string): Float64Array {
  const bytes = fromBase64(text);
  if (!bytes) throw new Error('A column is not base64.');
  return new Float64Array(bytes.buffer);
}

/** Lists where two columns differ: the place, both values and how far they are apart, relatively. */
export function differences(expected: Columns, found: Columns): readonly string[] {
  return Object.entries(expected).flatMap(([name, column]) => {
    const text = found[name];
    if (text === column) return [];
    if (text === undefined) return [`${name} is missing`];
    const [was, is] = [decode(column), decode(text)];
    if (was.length !== is.length) return [`${name}: ${was.length} values, now ${is.length}`];
    return [...was].flatMap((value, index) => {
      const other = is[index] as number;
      return Object.is(value, other)
        ? []
        : [`${name}[${index}]: ${value}, now ${other} (${(other - value) / Math.abs(value)})`];
    });
  });
}
