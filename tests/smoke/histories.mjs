import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ link: string, steps: number, columns: Record<string, Record<string, string>> }} Recorded */
/** @typedef {{ backend: string, columns: Record<string, (string | null)[]> }} Measured */

/** Recorded histories that between them explode, skip steps, round to float16 and use what browsers round in their own ways. */
export const names = ['explodes', 'spirals', 'circles', 'moons', 'digits', 'skipped'];

/** What computes the same in every browser. */
export const backends = ['wasm', 'cpu'];

const folder = join(import.meta.dirname, '../reference/histories');

/**
 * Trains one of the recorded experiments in a page and compares everything that the page gives to scripts with the record,
 * bit for bit.
 * @param {(source: string) => Promise<unknown>} evaluate calls the async function of this source in the page, in which
 *   `chainReaction` is there
 * @param {string} name one of `names`
 * @param {string} backend one of `backends`
 * @returns {Promise<string[]>} where they differ: nowhere if it is empty
 */
export async function historyDifferences(evaluate, name, backend) {
  /** @type {Recorded} */
  const { link, steps, columns } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  const expected = columns[backend];
  if (!expected) throw new Error(`${name} was not recorded on ${backend}.`);
  const given = JSON.stringify({ link: `#${link}&backend=${backend}`, steps });
  const found = /** @type {Measured} */ (await evaluate(`() => (${trainHere})(${given})`));
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

/** @param {string} base64 */
function decode(base64) {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return [...new Float64Array(bytes.buffer)];
}

/**
 * Trains the experiment of a link in the page and gives its columns by `measure` or `measure/layer`; numbers are written out,
 * because JSON has no NaN. Its source is called in the page: it may use nothing outside.
 * @param {{ link: string, steps: number }} given
 */
async function trainHere({ link, steps }) {
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
  /** @param {number | null} value */
  const text = (value) => (value === null ? null : Object.is(value, -0) ? '-0' : String(value));
  /** @param {readonly (number | null)[]} values */
  const written = (values) => values.map(text);
  /** @type {Record<string, (string | null)[]>} */
  const columns = {
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
