import type { Source } from '../source';

/** A byte between cells; a blank stands for any number of blanks and tabs. */
export type Separator = ',' | ';' | '\t' | '|' | ' ';

/** A row of a table as bytes. It is one object, filled anew for every row. */
export interface Row {
  bytes: Uint8Array;
  /** The line it begins at, from 1. */
  line: number;
  count: number;
  readonly starts: number[];
  readonly ends: number[];
  text(cell: number, decoder: TextDecoder): string;
}

const [lineFeed, carriageReturn, quote, blank, tab, hash] = [10, 13, 34, 32, 9, 35];

/** Most cells of a row. */
const mostCells = 50_000;

/** Hands every row of a file on, below the skipped lines, without comments and empty rows. */
export async function eachRow(
  source: Source,
  { separator, skipped }: { readonly separator: Separator; readonly skipped: number },
  take: (row: Row) => void,
): Promise<void> {
  const delimiter = separator.charCodeAt(0);
  const isBlank = separator === ' ';
  const row: Row = {
    ...{ bytes: new Uint8Array(), line: 1, count: 0, starts: [], ends: [] },
    text: (cell, decoder) => textOf(row, cell, decoder),
  };
  let line = 1;
  let rest = new Uint8Array();
  for await (const chunk of source.chunks()) {
    const bytes = join(rest, chunk);
    const done = scan(bytes, false);
    rest = bytes.slice(done);
  }
  scan(rest, true);

  /** Takes the whole rows of some bytes; gives the place where the first that is not whole begins. */
  function scan(bytes: Uint8Array, isLast: boolean): number {
    row.bytes = bytes;
    let at = 0;
    for (;;) {
      const start = at;
      if (start >= bytes.length) return start;
      const own = line;
      let isEmpty = true;
      let cellAt = start;
      let isClosed = false;
      row.count = 0;
      for (;;) {
        let begin = cellAt;
        while (
          begin < bytes.length &&
          (bytes[begin] === blank || (bytes[begin] === tab && delimiter !== tab))
        )
          begin++;
        let end = begin;
        if (bytes[begin] === quote) {
          end = closing(bytes, begin + 1);
          if (end < 0) {
            if (!isLast) {
              line = own;
              return start;
            }
            end = bytes.length;
          } else end += 1;
        }
        while (end < bytes.length) {
          const byte = bytes[end];
          if (
            byte === delimiter ||
            byte === lineFeed ||
            byte === carriageReturn ||
            (isBlank && byte === tab)
          )
            break;
          end++;
        }
        if (end >= bytes.length && !isLast) {
          line = own;
          return start;
        }
        let to = end;
        while (to > begin && (bytes[to - 1] === blank || bytes[to - 1] === tab)) to--;
        const isTail = isBlank && begin === to;
        if (!isTail && row.count < mostCells) {
          row.starts[row.count] = begin;
          row.ends[row.count] = to;
          row.count++;
        }
        if (to > begin) isEmpty = false;
        const byte = bytes[end];
        if (end >= bytes.length) {
          at = end;
          isClosed = true;
        } else if (byte === lineFeed || byte === carriageReturn) {
          if (byte === carriageReturn && end + 1 >= bytes.length && !isLast) {
            line = own;
            return start;
          }
          at = end + (byte === carriageReturn && bytes[end + 1] === lineFeed ? 2 : 1);
          isClosed = true;
        }
        if (isClosed) break;
        cellAt = end + 1;
      }
      row.line = own;
      line = own + 1 + breaksIn(row);
      const isComment = bytes[start] === hash;
      if (own > skipped && !isEmpty && !isComment) take(row);
    }
  }

  function closing(bytes: Uint8Array, from: number): number {
    for (let at = from; at < bytes.length; at++) {
      if (bytes[at] !== quote) continue;
      if (bytes[at + 1] === quote) at++;
      else return at;
    }
    return -1;
  }
}

/** Counts the line breaks within quoted cells. */
function breaksIn({ bytes, count, starts, ends }: Row): number {
  let breaks = 0;
  for (let cell = 0; cell < count; cell++) {
    const from = starts[cell] ?? 0;
    if (bytes[from] !== quote) continue;
    for (let at = from; at < (ends[cell] ?? 0); at++) if (bytes[at] === lineFeed) breaks++;
  }
  return breaks;
}

function textOf({ bytes, starts, ends }: Row, cell: number, decoder: TextDecoder): string {
  const text = decoder.decode(bytes.subarray(starts[cell], ends[cell]));
  if (!text.startsWith('"')) return text;
  return text.replace(/^"|"$/g, '').replaceAll('""', '"');
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
