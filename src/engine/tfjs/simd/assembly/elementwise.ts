/*
 * Element by element over `count` floats, four at a time. Every result owns whole vectors, so the last
 * one may be written past its end. An operand moves on by `step` bytes per vector: 16, or 0 for a
 * single value that is repeated in its vector.
 */

const VECTOR: usize = 16;

/** `out = a + b`. */
export function add(
  out: usize,
  a: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  count: usize,
): void {
  const end = out + count * 4;
  for (; out < end; out += VECTOR, a += aStep, b += bStep) {
    v128.store(out, f32x4.add(v128.load(a), v128.load(b)));
  }
}

/** `out = a − b`. */
export function subtract(
  out: usize,
  a: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  count: usize,
): void {
  const end = out + count * 4;
  for (; out < end; out += VECTOR, a += aStep, b += bStep) {
    v128.store(out, f32x4.sub(v128.load(a), v128.load(b)));
  }
}

/** `out = a·b`. */
export function multiply(
  out: usize,
  a: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  count: usize,
): void {
  const end = out + count * 4;
  for (; out < end; out += VECTOR, a += aStep, b += bStep) {
    v128.store(out, f32x4.mul(v128.load(a), v128.load(b)));
  }
}

/** `out = a/b`. */
export function divide(
  out: usize,
  a: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  count: usize,
): void {
  const end = out + count * 4;
  for (; out < end; out += VECTOR, a += aStep, b += bStep) {
    v128.store(out, f32x4.div(v128.load(a), v128.load(b)));
  }
}

/** `out = |x|`. */
export function abs(out: usize, x: usize, count: usize): void {
  for (let at: usize = 0; at < count * 4; at += VECTOR) {
    v128.store(out + at, f32x4.abs(v128.load(x + at)));
  }
}

/** `out = √x`. */
export function squareRoot(out: usize, x: usize, count: usize): void {
  for (let at: usize = 0; at < count * 4; at += VECTOR) {
    v128.store(out + at, f32x4.sqrt(v128.load(x + at)));
  }
}

/** `out = value`. */
export function fill(out: usize, value: f32, count: usize): void {
  const all = f32x4.splat(value);
  for (let at: usize = 0; at < count * 4; at += VECTOR) v128.store(out + at, all);
}

/** `out = a` where `x ≤ limit`, else `b`: chosen by bits, so that nothing of the other side comes in. */
export function pickAtMost(
  out: usize,
  x: usize,
  limit: f32,
  a: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  count: usize,
): void {
  const most = f32x4.splat(limit);
  const end = out + count * 4;
  for (; out < end; out += VECTOR, x += VECTOR, a += aStep, b += bStep) {
    const isAtMost = f32x4.le(v128.load(x), most);
    v128.store(out, v128.bitselect(v128.load(a), v128.load(b), isAtMost));
  }
}
