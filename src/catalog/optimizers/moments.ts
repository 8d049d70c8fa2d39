import { at } from '../../base/at';
import type { Ops } from '../../ops/ops';
import type { Stacks } from '../../ops/parameters';

/** An exponential moving average: `decay·average + (1 − decay)·values`. */
export function movingAverage(ops: Ops, average: Stacks, values: Stacks, decay: number): Stacks {
  return values.map((value, group) => {
    const before = at(average, group, 'parameter group');
    return ops.tidy(() => ops.add(ops.mul(before, decay), ops.mul(value, 1 - decay)));
  });
}
