/** The counters of a line, by the names of their columns. */
export interface Counters {
  readonly [name: string]: string;
}

/** A key of a line and its value, as text. */
export interface Pair {
  readonly key: string;
  readonly value: string;
}

/** Colors of a terminal, and times at the beginning. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals begin colors with this character.
const colors = /\u001b\[[\d;]*[A-Za-z]/g;
const time = /^\s*\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?\]?/;

/** The line of a program that wrote it. */
const place = /\[?\b[\w./-]+\.py:\d+[^\s\]]*\]?/;

/** Takes colors, the time and the program's place off a line. */
export function plainLine(line: string): string {
  const plain = line.includes('\u001b[') ? line.replace(colors, '') : line;
  return plain.replace(time, '').replace(place, '');
}

const number =
  '[-+]?(?:\\d+(?:\\.\\d*)?(?:e[-+]?\\d+)?|\\.\\d+(?:e[-+]?\\d+)?|nan(?:\\(\\w*\\))?|inf(?:inity)?|1\\.#\\w+)';
const pair = new RegExp(
  `([A-Za-z_](?:[\\w/@-]|\\.(?=\\w))*(?:\\([\\w ]*\\))?(?:[ ][A-Za-z_(](?:[\\w/()@-]|\\.(?=\\w))*){0,3})\\s*[:=]\\s*(?:tensor|np\\.float\\d+)?[\\[(]?\\s*(${number})(?![\\w]*:\\d)`,
  'gi',
);
const words =
  '(?:train |val |valid |validation |test |eval |lm |total |avg )?(?:loss|grad(?:ient)?[ _]?norm|gnorm|norm|lr|learning rate|loss scale)';
const spaced = new RegExp(`(?:^|[\\s|,;\\t])(${words})\\s+(${number})(?=$|[\\s,|;)(])`, 'gi');

/** Finds the keys of a line with their values. */
export function pairsIn(line: string): Pair[] {
  const pairs: Pair[] = [];
  const add = (found: IterableIterator<RegExpMatchArray>) => {
    for (const [, key = '', value = ''] of found) {
      const name = key.trim();
      if (!pairs.some((own) => own.key === name)) pairs.push({ key: name, value });
    }
  };
  add(line.matchAll(pair));
  add(line.matchAll(spaced));
  return pairs;
}

const stepAt =
  /(?:^|[\s[(|,-])(?<!(?:skipped|nan|per|of)\s)((?:global|train)[_ ]step|steps?|iter(?:ation)?s?|it|num_updates|updates?)(?:\s*\((?:train|val)\))?\s*[:=#]?\s*\[?\s*(\d+)(?![\d.]*\d?[.\d])/i;
const epochAt =
  /\bepoch(?:\s*\((?:train|val)\))?\s*[:=#]?\s*\[?\s*(\d+)(?!\.?\d)(?:\s*\/\s*\d+)?\s*\]?(?:\s*:?\s*\[\s*(\d+)\s*\/\s*(\d+))?/i;
const barAt = /\|\s*(\d+)\/\d+\s*\[|^\s*(\d+)\/\d+\s+(?:\[|━)|\bbatch\s*[:=#]?\s*\[?\s*(\d+)/i;

/** Finds the step, or the epoch and the batch, that a line is of. */
export function countersIn(line: string): Counters | null {
  const step = stepAt.exec(line)?.[2];
  const [, epoch, batch] = epochAt.exec(line) ?? [];
  if (step !== undefined) return { step, ...(epoch !== undefined && { epoch }) };
  const [, bar, start, named] = barAt.exec(line) ?? [];
  const own = batch ?? bar ?? start ?? named;
  if (epoch === undefined && own === undefined) return null;
  return { ...(epoch !== undefined && { epoch }), ...(own !== undefined && { batch: own }) };
}

const parameterAt =
  /(?:^|[\s|:([,'"])((?:[A-Za-z_]\w*)(?:[./]\w+)*[./](?:weight|bias|kernel|gamma|beta)(?::0)?(?:_\w+)?|layers?[ _.#]?\d+(?:\.\w+)*)(?=[\s|:=)\],'"]|$)/i;

/** Finds the parameter or layer that a line speaks of. */
export function parameterIn(line: string): string | null {
  return parameterAt.exec(line)?.[1] ?? null;
}

/** Reads a JSON object or a Python dict in a line. */
export function dictIn(line: string): Readonly<Record<string, unknown>> | null {
  const start = line.search(/\{\s*['"]/);
  const end = line.lastIndexOf('}');
  if (start < 0 || end < start) return null;
  const own = line.slice(start, end + 1);
  return parsed(own) ?? parsed(asJson(own));
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** Writes Python's quotes, words and wrapped numbers as JSON has them. */
function asJson(python: string): string {
  return python
    .replaceAll("'", '"')
    .replace(/:\s*(?:tensor|np\.float\d+|array)\(\s*([^\s,)]+)[^)]*\)/g, ': $1')
    .replace(/([:[,]\s*)(None)(?=\s*[,}\]])/g, '$1null')
    .replace(
      /([:[,]\s*)(True|False)(?=\s*[,}\]])/g,
      (_, lead: string, word: string) => lead + word.toLowerCase(),
    )
    .replace(/([:[,]\s*)([+-]?(?:nan|inf|infinity))(?=\s*[,}\]])/gi, '$1"$2"');
}
