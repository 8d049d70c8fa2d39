import { url } from './assembly/index.ts?assembly';

type Binary = (
  out: number,
  a: number,
  aStep: number,
  b: number,
  bStep: number,
  count: number,
) => void;
type Unary = (out: number, x: number, count: number) => void;

/** The kernels compiled from `assembly/`, which says what each does; addresses in bytes, counts in floats. */
export interface SimdKernels {
  readonly add: Binary;
  readonly subtract: Binary;
  readonly multiply: Binary;
  readonly divide: Binary;
  readonly abs: Unary;
  readonly squareRoot: Unary;
  readonly float16: Unary;
  fill(out: number, value: number, count: number): void;
  pickAtMost(
    out: number,
    x: number,
    limit: number,
    a: number,
    aStep: number,
    b: number,
    bStep: number,
    count: number,
  ): void;
  norms(x: number, rows: number, count: number, largest: number, ratio: number): void;
  sumRows(out: number, x: number, rows: number, count: number): void;
  sumColumns(out: number, x: number, matrices: number, rows: number, columns: number): void;
  pack(out: number, x: number, lines: number, shared: number, width: number, across: boolean): void;
  product(
    out: number,
    a: number,
    b: number,
    bias: number,
    rows: number,
    columns: number,
    shared: number,
    tile: number,
  ): void;
}

/** Opens the kernels on a memory; null where WebAssembly has no vectors. */
export async function openSimd(memory: WebAssembly.Memory): Promise<SimdKernels | null> {
  try {
    // Not streamed: that fails on servers which do not know WebAssembly's media type.
    const binary = await (await fetch(url)).arrayBuffer();
    const { instance } = await WebAssembly.instantiate(binary, { env: { memory } });
    return instance.exports as unknown as SimdKernels;
  } catch {
    return null;
  }
}
