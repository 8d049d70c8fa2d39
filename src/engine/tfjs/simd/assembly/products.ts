/*
 * Matrix products of packed operands. An operand is packed into panels, 4 rows of `a` or 8 columns of `b`
 * wide, in which what is multiplied at one place of the shared dimension lies together; a panel's missing
 * rows or columns are 0 and never stored. So transposed operands differ only in how they are packed.
 */

const ROWS: usize = 4;
const COLUMNS: usize = 8;

/**
 * Where the largest product is below `TINY`, an operand is multiplied by `LIFT` and the result divided by it:
 * processors multiply many times slower where the product is subnormal. Powers of two change no digit.
 */
const TINY: f32 = 2.168404344971009e-19; // 2^−62
const LIFT: f32 = 1.2676506002282294e30; // 2^100

/**
 * Packs the lines of `x` into panels of `width` (4 or 8) lines: `[⌈lines/width⌉, shared, width]`. Lines are
 * the rows of `x` `[lines, shared]`, or the columns of `[shared, lines]` if `across`.
 */
export function pack(
  out: usize,
  x: usize,
  lines: usize,
  shared: usize,
  width: usize,
  across: bool,
): void {
  for (let first: usize = 0; first < lines; first += width, out += shared * width * 4) {
    const present = min(width, lines - first);
    if (present < width) memory.fill(out, 0, shared * width * 4);
    if (across) packColumns(out, x + first * 4, lines * 4, present, shared, width);
    else packRows(out, x + first * shared * 4, present, shared, width);
  }
}

function packColumns(
  out: usize,
  x: usize,
  stride: usize,
  present: usize,
  shared: usize,
  width: usize,
): void {
  const end = out + shared * width * 4;
  for (; out < end; out += width * 4, x += stride) {
    if (present === width) {
      v128.store(out, v128.load(x));
      if (width === COLUMNS) v128.store(out, v128.load(x, 16), 16);
    } else {
      for (let line: usize = 0; line < present; line++)
        store<f32>(out + line * 4, load<f32>(x + line * 4));
    }
  }
}

function packRows(out: usize, x: usize, present: usize, shared: usize, width: usize): void {
  const stride = shared * 4;
  const block = width * 4;
  let line: usize = 0;
  for (; line + 4 <= present; line += 4, x += 4 * stride) {
    let at: usize = 0;
    for (; at + 4 <= shared; at += 4) {
      const from = x + at * 4;
      const a = v128.load(from);
      const b = v128.load(from + stride);
      const c = v128.load(from + 2 * stride);
      const d = v128.load(from + 3 * stride);
      const abLow = i32x4.shuffle(a, b, 0, 4, 1, 5);
      const abHigh = i32x4.shuffle(a, b, 2, 6, 3, 7);
      const cdLow = i32x4.shuffle(c, d, 0, 4, 1, 5);
      const cdHigh = i32x4.shuffle(c, d, 2, 6, 3, 7);
      const to = out + at * block + line * 4;
      v128.store(to, i64x2.shuffle(abLow, cdLow, 0, 2));
      v128.store(to + block, i64x2.shuffle(abLow, cdLow, 1, 3));
      v128.store(to + 2 * block, i64x2.shuffle(abHigh, cdHigh, 0, 2));
      v128.store(to + 3 * block, i64x2.shuffle(abHigh, cdHigh, 1, 3));
    }
    for (; at < shared; at++) {
      for (let next: usize = 0; next < 4; next++) {
        store<f32>(out + at * block + (line + next) * 4, load<f32>(x + next * stride + at * 4));
      }
    }
  }
  for (; line < present; line++, x += stride) {
    for (let at: usize = 0; at < shared; at++) {
      store<f32>(out + at * block + line * 4, load<f32>(x + at * 4));
    }
  }
}

/**
 * `out = a·b + bias` of packed operands, `[rows, columns]`; `bias` `[columns]` is left out if 0. `tile` is
 * room for one tile, 4 × 8 floats.
 */
export function product(
  out: usize,
  a: usize,
  b: usize,
  bias: usize,
  rows: usize,
  columns: usize,
  shared: usize,
  tile: usize,
): void {
  const stride = columns * 4;
  const isLifted = liftTiny(
    a,
    paddedTo(ROWS, rows) * shared,
    b,
    paddedTo(COLUMNS, columns) * shared,
  );
  for (let column: usize = 0; column < columns; column += COLUMNS, b += shared * COLUMNS * 4) {
    const width = min(COLUMNS, columns - column);
    let panel = a;
    for (let row: usize = 0; row < rows; row += ROWS, panel += shared * ROWS * 4) {
      const height = min(ROWS, rows - row);
      const to = out + row * stride + column * 4;
      const isWhole = width === COLUMNS && height === ROWS;
      multiplyTile(isWhole ? to : tile, isWhole ? stride : COLUMNS * 4, panel, b, shared);
      if (isWhole) continue;
      for (let line: usize = 0; line < height; line++) {
        memory.copy(to + line * stride, tile + line * COLUMNS * 4, width * 4);
      }
    }
  }
  if (isLifted) scale(out, rows * columns, 1 / LIFT);
  if (bias !== 0) addToRows(out, bias, rows, columns);
}

/** One tile, 4 rows of `a` by 8 columns of `b`, every product of it added: 0·Inf and NaN come through. */
function multiplyTile(out: usize, stride: usize, a: usize, b: usize, shared: usize): void {
  let left0 = f32x4.splat(0);
  let right0 = left0;
  let left1 = left0;
  let right1 = left0;
  let left2 = left0;
  let right2 = left0;
  let left3 = left0;
  let right3 = left0;
  for (const end = a + shared * ROWS * 4; a < end; a += ROWS * 4, b += COLUMNS * 4) {
    const left = v128.load(b);
    const right = v128.load(b, 16);
    const a0 = v128.load32_splat(a);
    left0 = f32x4.add(left0, f32x4.mul(a0, left));
    right0 = f32x4.add(right0, f32x4.mul(a0, right));
    const a1 = v128.load32_splat(a, 4);
    left1 = f32x4.add(left1, f32x4.mul(a1, left));
    right1 = f32x4.add(right1, f32x4.mul(a1, right));
    const a2 = v128.load32_splat(a, 8);
    left2 = f32x4.add(left2, f32x4.mul(a2, left));
    right2 = f32x4.add(right2, f32x4.mul(a2, right));
    const a3 = v128.load32_splat(a, 12);
    left3 = f32x4.add(left3, f32x4.mul(a3, left));
    right3 = f32x4.add(right3, f32x4.mul(a3, right));
  }
  v128.store(out, left0);
  v128.store(out, right0, 16);
  out += stride;
  v128.store(out, left1);
  v128.store(out, right1, 16);
  out += stride;
  v128.store(out, left2);
  v128.store(out, right2, 16);
  out += stride;
  v128.store(out, left3);
  v128.store(out, right3, 16);
}

function addToRows(out: usize, bias: usize, rows: usize, columns: usize): void {
  const whole = columns & ~3;
  for (let row: usize = 0; row < rows; row++, out += columns * 4) {
    for (let column: usize = 0; column < whole; column += 4) {
      const at = out + column * 4;
      v128.store(at, f32x4.add(v128.load(at), v128.load(bias + column * 4)));
    }
    for (let column = whole; column < columns; column++) {
      const at = out + column * 4;
      store<f32>(at, load<f32>(at) + load<f32>(bias + column * 4));
    }
  }
}

function paddedTo(width: usize, lines: usize): usize {
  return ((lines + width - 1) / width) * width;
}

/** Lifts the smaller of two packed operands where their products would be tiny, and says whether it did. */
function liftTiny(a: usize, aCount: usize, b: usize, bCount: usize): bool {
  const aMost = largest(a, aCount);
  const bMost = largest(b, bCount);
  if (!(aMost * bMost < TINY) || aMost === 0 || bMost === 0) return false;
  if (aMost < bMost) scale(a, aCount, LIFT);
  else scale(b, bCount, LIFT);
  return true;
}

/** The largest magnitude of whole vectors of floats, past any NaN. */
function largest(x: usize, count: usize): f32 {
  let most = f32x4.splat(0);
  for (const end = x + count * 4; x < end; x += 16) {
    most = f32x4.pmax(most, f32x4.abs(v128.load(x)));
  }
  const pairs = f32x4.pmax(most, i64x2.shuffle(most, most, 1, 0));
  return max(f32x4.extract_lane(pairs, 0), f32x4.extract_lane(pairs, 1));
}

function scale(x: usize, count: usize, factor: f32): void {
  const all = f32x4.splat(factor);
  for (const end = x + count * 4; x < end; x += 16) {
    v128.store(x, f32x4.mul(v128.load(x), all));
  }
}
