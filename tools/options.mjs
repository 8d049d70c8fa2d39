import { parseArgs } from 'node:util';

/**
 * An option's value where it is not given, and the reading of the word behind it, of which a flag has none. A word that
 * the option does not take throws.
 * @template T
 * @typedef {{ usual: T, read?: (word: string) => T }} Option
 */

/** @type {Option<boolean>} on where it is given */
export const flag = { usual: false };

/**
 * Takes any text.
 * @param {string} usual
 * @returns {Option<string>}
 */
export const text = (usual) => ({ usual, read: (word) => word });

/**
 * Takes a number within bounds, a whole one if nothing else is said.
 * @template {number | undefined} T
 * @param {T} usual
 * @param {{ least?: number, most?: number, isWhole?: boolean }} [bounds]
 * @returns {Option<number | T>}
 */
export function number(usual, { least = 1, most = Number.MAX_SAFE_INTEGER, isWhole = true } = {}) {
  const range = most < Number.MAX_SAFE_INTEGER ? `from ${least} to ${most}` : `of ${least} or more`;
  return {
    usual,
    read(word) {
      const value = word.trim() === '' ? Number.NaN : Number(word);
      if (value >= least && value <= most && (Number.isInteger(value) || !isWhole)) return value;
      throw new Error(`takes a ${isWhole ? 'whole ' : ''}number ${range}, not "${word}"`);
    },
  };
}

/**
 * Takes known names with commas between them.
 * @param {readonly string[]} known
 * @param {readonly string[]} [usual] all of them where it is left out
 * @returns {Option<readonly string[]>}
 */
export function names(known, usual = known) {
  return {
    usual,
    read(word) {
      const given = word.split(',');
      if (given.every((name) => known.includes(name))) return given;
      throw new Error(`takes one or more of ${known.join(', ')}, not "${word}"`);
    },
  };
}

/**
 * Reads the words of the command line. One that the program does not take ends it with its usage before it does anything;
 * `--help` ends it with the usage alone.
 * @template {Record<string, Option<any>>} Options
 * @param {string} usage
 * @param {Options} options by name
 * @param {readonly Option<any>[]} [places] what the words without a name are, in their order
 * @returns {{ values: { [Name in keyof Options]: Options[Name]['usual'] }, positionals: any[] }}
 */
export function readOptions(usage, options, places = []) {
  try {
    const { values, positionals } = parse(options, places.length > 0);
    const tooMany = positionals[places.length];
    if (tooMany !== undefined) throw new Error(`Nothing is called "${tooMany}" here`);
    const read = Object.entries(options).map(([name, option]) => [
      name,
      wordOf(option, `--${name}`, values[name]),
    ]);
    const placed = places.map((option, index) =>
      wordOf(option, `Word ${index + 1}`, positionals[index]),
    );
    if (values.help) stop(usage, 0);
    return { values: Object.fromEntries(read), positionals: placed };
  } catch (error) {
    return stop(`${sentenceOf(error)}.\nUsage: ${usage}`);
  }
}

/**
 * @param {Record<string, Option<any>>} options
 * @param {boolean} allowPositionals
 * @returns {{ values: Record<string, string | boolean | undefined>, positionals: string[] }}
 */
function parse(options, allowPositionals) {
  /** @type {Record<string, { type: 'string' | 'boolean' }>} */
  const kinds = { help: { type: 'boolean' } };
  for (const [name, { read }] of Object.entries(options))
    kinds[name] = { type: read ? 'string' : 'boolean' };
  const { values, positionals } = parseArgs({ allowPositionals, options: kinds });
  return {
    values: /** @type {Record<string, string | boolean | undefined>} */ (values),
    positionals,
  };
}

/**
 * @param {Option<any>} option
 * @param {string} name
 * @param {string | boolean | undefined} word
 */
function wordOf({ usual, read }, name, word) {
  if (word === undefined) return usual;
  if (typeof word === 'boolean' || !read) return word;
  try {
    return read(word);
  } catch (error) {
    throw new Error(`${name} ${sentenceOf(error)}`);
  }
}

/** @param {unknown} error */
const sentenceOf = (error) => (error instanceof Error ? error.message : String(error));

/**
 * Ends the program with a sentence for its caller, without a stack trace.
 * @param {string} sentence
 * @param {number} [status]
 * @returns {never}
 */
export function stop(sentence, status = 2) {
  console[status === 0 ? 'log' : 'error'](sentence);
  process.exit(status);
}
