import { at } from '../../base/at';
import { sizeOf } from '../../base/shape';
import { ofRank } from './broadcast';

/** Values of a shape, broadcast to a larger one; a single value stays alone. */
export function repeated<V extends Float32Array | Uint8Array>(
  values: V,
  from: readonly number[],
  to: readonly number[],
): V {
  if (values.length === 1 || values.length === sizeOf(to)) return values;
  const own = ofRank(to.length, from);
  let spread = values;
  let inner = 1;
  for (let axis = to.length - 1; axis >= 0; axis--) {
    const length = at(to, axis, 'axis');
    if (at(own, axis, 'axis') !== length) spread = eachRepeated(spread, inner, length);
    inner *= length;
  }
  return spread;
}

/** Every stretch of `inner` values `times` times. */
function eachRepeated<V extends Float32Array | Uint8Array>(
  values: V,
  inner: number,
  times: number,
): V {
  const Values = values.constructor as new (length: number) => V;
  const spread = new Values(values.length * times);
  for (let start = 0; start < values.length; start += inner) {
    const stretch = values.subarray(start, start + inner);
    for (let time = 0; time < times; time++) spread.set(stretch, start * times + time * inner);
  }
  return spread;
}
