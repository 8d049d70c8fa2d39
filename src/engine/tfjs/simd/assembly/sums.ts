/** Sums of rows of `count` floats, in float64, one float a row. */
export function sumRows(out: usize, x: usize, rows: usize, count: usize): void {
  for (let row: usize = 0; row < rows; row++) {
    let low = f64x2.splat(0);
    let high = f64x2.splat(0);
    const end = x + count * 4;
    const whole = x + (count & ~3) * 4;
    for (; x < whole; x += 16) {
      const values = v128.load(x);
      low = f64x2.add(low, f64x2.promote_low_f32x4(values));
      high = f64x2.add(high, f64x2.promote_low_f32x4(i64x2.shuffle(values, values, 1, 1)));
    }
    const sums = f64x2.add(low, high);
    let sum = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
    for (; x < end; x += 4) sum += <f64>load<f32>(x);
    store<f32>(out + row * 4, <f32>sum);
  }
}

/** Sums of the columns of matrices `[rows, columns]`, in float64, one float a column. */
export function sumColumns(
  out: usize,
  x: usize,
  matrices: usize,
  rows: usize,
  columns: usize,
): void {
  for (let matrix: usize = 0; matrix < matrices; matrix++) {
    sumColumnsOf(out, x, rows, columns);
    out += columns * 4;
    x += rows * columns * 4;
  }
}

function sumColumnsOf(out: usize, x: usize, rows: usize, columns: usize): void {
  const stride = columns * 4;
  const whole = columns & ~3;
  for (let column: usize = 0; column < whole; column += 4) {
    let low = f64x2.splat(0);
    let high = f64x2.splat(0);
    let at = x + column * 4;
    for (let row: usize = 0; row < rows; row++, at += stride) {
      const values = v128.load(at);
      low = f64x2.add(low, f64x2.promote_low_f32x4(values));
      high = f64x2.add(high, f64x2.promote_low_f32x4(i64x2.shuffle(values, values, 1, 1)));
    }
    const sums = i64x2.shuffle(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
    v128.store(out + column * 4, sums);
  }
  for (let column = whole; column < columns; column++) {
    let sum: f64 = 0;
    let at = x + column * 4;
    for (let row: usize = 0; row < rows; row++, at += stride) sum += <f64>load<f32>(at);
    store<f32>(out + column * 4, <f32>sum);
  }
}
