import type { Ops } from '../../ops/ops';
import type { Stacks } from '../../ops/parameters';

/** An exponential moving average: `decay·average + (1 − decay)·values`. */
export function movingAverage(ops: Ops, average: Stacks, values: Stacks, decay: number): Stacks {
  return values.map((value, group) => {
    const before = average[group];
    return ops.tidy(() => {
      const fresh = ops.mul(value, 1 - decay);
      return before ? ops.add(ops.mul(before, decay), fresh) : fresh;
    });
  });
}
