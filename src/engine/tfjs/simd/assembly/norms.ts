/**
 * Norms of rows of `count` floats in two parts: `max|x|` to `largest`, `‖x‖/max|x|` to `ratio`, one float
 * a row. Squares are summed in float64, which holds those of any float32; NaN and Inf stay in the sum.
 */
export function norms(x: usize, rows: usize, count: usize, largest: usize, ratio: usize): void {
  for (let row: usize = 0; row < rows; row++) {
    let most = f32x4.splat(0);
    let low = f64x2.splat(0);
    let high = f64x2.splat(0);
    const end = x + count * 4;
    const whole = x + (count & ~3) * 4;
    for (; x < whole; x += 16) {
      const values = v128.load(x);
      // The first operand stays where the second is NaN.
      most = f32x4.pmax(most, f32x4.abs(values));
      const first = f64x2.promote_low_f32x4(values);
      const second = f64x2.promote_low_f32x4(i64x2.shuffle(values, values, 1, 1));
      low = f64x2.add(low, f64x2.mul(first, first));
      high = f64x2.add(high, f64x2.mul(second, second));
    }
    const sums = f64x2.add(low, high);
    let squares = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
    let magnitude = larger(
      larger(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
      larger(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)),
    );
    for (; x < end; x += 4) {
      const value = abs(load<f32>(x));
      magnitude = larger(magnitude, value);
      squares += <f64>value * <f64>value;
    }
    store<f32>(largest + row * 4, squares >= 0 ? magnitude : f32.NaN);
    store<f32>(
      ratio + row * 4,
      magnitude === 0 && squares === 0 ? 0 : <f32>(sqrt(squares) / <f64>magnitude),
    );
  }
}

function larger(a: f32, b: f32): f32 {
  return b > a ? b : a;
}
