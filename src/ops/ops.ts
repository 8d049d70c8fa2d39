/** A float32 tensor (or, from a comparison, a mask) that lives where its `Ops` computes. */
export interface Tensor {
  readonly shape: readonly number[];
}

/** A tensor or a scalar. */
export type Operand = Tensor | number;

/** Which operand of a matrix product is read transposed. */
export interface Transposed {
  readonly a?: boolean;
  readonly b?: boolean;
}

/**
 * The operations training is written in.
 *
 * Unless said otherwise an operation is IEEE 754 float32, element by element: NaN in gives NaN out,
 * `Inf − Inf`, `0·Inf`, `0/0` and `Inf/Inf` are NaN, `x/0` is ±Inf, overflow is ±Inf. Subnormal
 * results may be flushed to zero. Operands are broadcast against each other from the right.
 */
export interface Ops {
  /** Copies values to the device; `values.length` is the product of `shape`. */
  upload(values: Float32Array, shape: readonly number[]): Tensor;
  /** A tensor of one value. */
  fill(shape: readonly number[], value: number): Tensor;
  /** Copies a tensor back, row-major. Rejects when the device is lost. */
  read(x: Tensor): Promise<Float32Array>;
  /** Runs `work` and frees every tensor made in it but those in what it returns, however nested. */
  tidy<R>(work: () => R): R;
  /** Frees every tensor in arrays and plain objects, however nested. */
  dispose(held: unknown): void;
  /** Number of tensors alive: constant over steps, or something leaks. */
  tensorCount(): number;

  add(a: Operand, b: Operand): Tensor;
  sub(a: Operand, b: Operand): Tensor;
  mul(a: Operand, b: Operand): Tensor;
  div(a: Operand, b: Operand): Tensor;
  abs(x: Tensor): Tensor;
  square(x: Tensor): Tensor;
  /** `sqrt(Inf)` is Inf; NaN below zero. */
  sqrt(x: Tensor): Tensor;
  /** `exp(−Inf)` is 0. */
  exp(x: Tensor): Tensor;
  /** `exp(x) − 1`; −1 at −Inf. */
  expm1(x: Tensor): Tensor;
  /** Natural logarithm; `log(0)` is −Inf, NaN below zero. */
  log(x: Tensor): Tensor;
  /** ±1 at ±Inf. */
  tanh(x: Tensor): Tensor;
  /** `1/(1 + exp(−x))`: 0 at −Inf, 1 at Inf. */
  sigmoid(x: Tensor): Tensor;
  /** The error function to 2e-7 absolute; ±1 at ±Inf. */
  erf(x: Tensor): Tensor;

  /** Mask of `a < b`; false where either is NaN. */
  less(a: Operand, b: Operand): Tensor;
  /** Mask of `a ≤ b`; false where either is NaN. */
  lessEqual(a: Operand, b: Operand): Tensor;
  /** Mask of `a = b`; false where either is NaN, true for Inf = Inf. */
  equal(a: Operand, b: Operand): Tensor;
  /** `a` where the mask holds, else `b`: a choice, not arithmetic, so the other side's NaN stays out. */
  where(mask: Tensor, a: Operand, b: Operand): Tensor;
  /** `a` where `x ≤ limit`, else `b`, also where `x` is NaN: `where` and its comparison in one. */
  whereAtMost(x: Tensor, limit: number, a: Operand, b: Operand): Tensor;

  /** Rounds to float16, to the nearest, ties to even: ±Inf from 65520 on; what rounds to zero loses its sign. */
  float16(x: Tensor): Tensor;

  /** `[m, k] · [k, n]` → `[m, n]`; `transposed` names the operands stored the other way round. */
  matMul(a: Tensor, b: Tensor, transposed?: Transposed): Tensor;
  /** `a·b + c` with `c` `[n]` added to every row of `[m, n]`. */
  matMulAdd(a: Tensor, b: Tensor, c: Tensor): Tensor;
  /** Sum over `axes` (all when left out), which stay with length 1 if `keep`. */
  sum(x: Tensor, axes?: readonly number[], keep?: boolean): Tensor;
  /** Largest of the last axis, kept with length 1: exact over the whole float32 range, NaN if any is NaN. */
  max(x: Tensor): Tensor;
  /** Index of the first largest of the last axis, as a mask-comparable tensor; unspecified for NaN. */
  argMax(x: Tensor): Tensor;
  /**
   * Overflow-safe 2-norm of every row: `[rows, …]` → `[2, rows]` holding `m = max|x|` and
   * `r = ‖x/m‖`, so that the norm is `m·r` (formed in float64 by whoever reads it). `r` is 0 for a
   * row of zeros; `m` is NaN if any component is NaN, else Inf if any is infinite, and then `r` is NaN.
   */
  norms(x: Tensor): Tensor;

  /** The same values in another shape of the same size. */
  reshape(x: Tensor, shape: readonly number[]): Tensor;
  /** Tensors of one shape as one, along a new first axis. */
  stack(parts: readonly Tensor[]): Tensor;
  /** The entries of the first axis, each without it. */
  unstack(x: Tensor): readonly Tensor[];
  /** `count` entries of the first axis, from `start` on. */
  slice(x: Tensor, start: number, count: number): Tensor;
  /** Tensors joined along the first axis. */
  concat(parts: readonly Tensor[]): Tensor;
}
