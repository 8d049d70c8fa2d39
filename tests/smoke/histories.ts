import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from './browser';

/** A recorded history; its columns are float64 in base64, by backend and measure. */
interface Recorded {
  readonly link: string;
  readonly steps: number;
  readonly columns: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Recorded histories that between them explode, skip steps, round to float16 and use what browsers round in their own ways. */
export const names = ['explodes', 'spirals', 'circles', 'moons', 'digits', 'skipped'] as const;

/** What computes the same in every browser. */
export const backends = ['wasm', 'cpu'] as const;

const folder = join(import.meta.dirname, '../reference/histories');

/**
 * Trains a recorded experiment in a page and compares everything that the page gives to scripts with the record, bit for bit.
 * Returns where they differ: nowhere if it is empty. Throws a `RangeError` where it was not recorded on the backend.
 */
export async function historyDifferences(
  browser: Browser,
  name: (typeof names)[number],
  backend: (typeof backends)[number],
): Promise<readonly string[]> {
  const { link, steps, columns }: Recorded = JSON.parse(
    readFileSync(join(folder, `${name}.json`), 'utf8'),
  );
  const expected = columns[backend];
  if (!expected) throw new RangeError(`${name} was not recorded on ${backend}.`);
  const given = { link: `#${link}&backend=${backend}`, steps };
  const found = await browser.evaluate(trainHere, given);
  if (found.backend !== backend) return [`${name}: computed on ${found.backend}, not ${backend}`];
  const depth = Number(new URLSearchParams(link).get('depth'));
  return Object.entries(found.columns).flatMap(([key, values]) => {
    const [measure = '', layer] = key.split('/');
    const column = expected[layer === undefined ? measure : `${measure} by layer`];
    const stride = layer === undefined ? 1 : depth + 1;
    const recorded = column
      ? decode(column).filter((_, index) => index % stride === Number(layer ?? 0))
      : values.map(() => absent);
    if (recorded.length !== values.length)
      return [`${name} ${key}: ${values.length} records, not ${recorded.length}`];
    return values.flatMap((text, at) => {
      const [value, other] = [text === null ? absent : Number(text), recorded[at]];
      return Object.is(value, other) ? [] : [`${name} ${key} at ${at}: ${value}, not ${other}`];
    });
  });
}

/** Stands in a record where nothing was measured. */
const absent = -1;

function decode(base64: string): number[] {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return [...new Float64Array(bytes.buffer)];
}

/**
 * Trains the experiment of a link in the page and gives its columns by `measure` or `measure/layer`; numbers are written out,
 * because JSON has no NaN. Its source is called in the page: it may use nothing outside.
 */
async function trainHere({ link, steps }: { readonly link: string; readonly steps: number }) {
  const page = globalThis.chainReaction;
  if (location.hash !== link) {
    const changed = new Promise((resolve) =>
      addEventListener('hashchange', resolve, { once: true }),
    );
    location.hash = link;
    await changed;
  }
  await page.reset();
  await page.run(steps);
  const { backend, layers, ...rest } = page.history();
  const text = (value: number | null) =>
    value === null ? null : Object.is(value, -0) ? '-0' : String(value);
  const written = (values: readonly (number | null)[]) => values.map(text);
  const columns: Record<string, (string | null)[]> = {
    step: written(rest.steps),
    loss: written(rest.loss),
    validationLoss: written(rest.validationLoss),
    accuracy: written(rest.accuracy),
  };
  for (const [measure, byLayer] of Object.entries(layers)) {
    const first = measure === 'gradH' || measure === 'actRms' ? 0 : 1;
    byLayer.forEach((values, offset) => {
      columns[`${measure}/${first + offset}`] = written(values);
    });
  }
  return { backend, columns };
}
