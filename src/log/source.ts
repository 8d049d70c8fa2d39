/** The largest log that is read, all files together and unpacked, in bytes. */
export const mostLogBytes = 500e6;

/** Bytes of a file's beginning by which its format is known. */
const headBytes = 65_536;

/** The beginning of a file, unpacked: what a format is known by. */
export interface Head {
  /** The file's name, without `.gz`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  /** Lines that are not empty, without the last if it may be cut off. */
  readonly lines: readonly string[];
}

/** A file that is read from its beginning to its end, once. */
export interface Source {
  readonly head: Head;
  /** The bytes as UTF-8, unpacked. */
  chunks(): AsyncGenerator<Uint8Array>;
}

/** Says that a file is larger than the limit once it is unpacked. */
export class TooLarge extends Error {}

/** Opens a file: gzip is unpacked and UTF-16 becomes UTF-8. */
export async function openSource(file: File): Promise<Source> {
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const isPacked = start[0] === 0x1f && start[1] === 0x8b;
  const name = isPacked ? file.name.replace(/\.gz$/i, '') : file.name;
  const bytes = () => chunksOf(isPacked ? unpacked(file) : file.stream());
  const encoding = encodingOf(isPacked ? await firstBytes(bytes()) : await startOf(file));
  const chunks = () => withoutMark(encoding ? recoded(bytes(), encoding) : bytes());
  const head = headOf(name, await firstBytes(chunks()));
  return { head, chunks };
}

/** Gives the lines of a source in batches; `\r` alone ends a line too, as progress bars write it. */
export async function* linesOf(source: Source): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of source.chunks()) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    yield lines;
  }
  const last = rest + decoder.decode();
  if (last !== '') yield [last.replace(/\r$/, '')];
}

/** Gives all bytes of a source. */
export async function bytesOf(source: Source): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.chunks()) chunks.push(chunk);
  return joinBytes(chunks);
}

function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function headOf(name: string, bytes: Uint8Array): Head {
  const text = new TextDecoder().decode(bytes);
  const lines = text.split(/\r\n|\n|\r/);
  if (bytes.length >= headBytes && lines.length > 1) lines.pop();
  return { name, bytes, text, lines: lines.filter((line) => line.trim() !== '') };
}

function unpacked(file: File): ReadableStream<Uint8Array> {
  return file.stream().pipeThrough(new DecompressionStream('gzip'));
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let read = 0;
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      read += value.length;
      if (read > mostLogBytes) throw new TooLarge();
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function startOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, 256).arrayBuffer());
}

async function firstBytes(chunks: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const first: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    first.push(chunk);
    length += chunk.length;
    if (length >= headBytes) break;
  }
  return joinBytes(first).subarray(0, headBytes);
}

/** UTF-16 by its mark, or by the zeros that stand in every other byte of ASCII. */
function encodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 64);
  if (sample.length < 8) return null;
  const zerosAt = (parity: number) =>
    sample.every((byte, index) => (index % 2 === parity ? byte === 0 : byte >= 9 && byte < 128));
  if (zerosAt(1)) return 'utf-16le';
  return zerosAt(0) ? 'utf-16be' : null;
}

async function* recoded(
  chunks: AsyncGenerator<Uint8Array>,
  encoding: string,
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}

/** Leaves out UTF-8's byte order mark. */
async function* withoutMark(chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const chunk of chunks) {
    const [a, b, c] = chunk;
    const isMarked = isFirst && a === 0xef && b === 0xbb && c === 0xbf;
    if (chunk.length > 0) isFirst = false;
    yield isMarked ? chunk.subarray(3) : chunk;
  }
}
