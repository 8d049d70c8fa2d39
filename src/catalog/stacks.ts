import { at, exactly } from '../base/at';
import { sizeOf } from '../base/shape';
import type { Ops, Tensor } from '../ops/ops';
import type { Layout, ParameterGroup, Stacks } from '../ops/parameters';

/** `m = max|x|` and `r = ‖x/m‖` of rows, `[rows]` each: the norm is `m·r`, which may overflow. */
export interface ScaledNorm {
  readonly largest: Tensor;
  readonly ratio: Tensor;
}

/** The norm of every layer of a stack. */
export function rowNorms(ops: Ops, stack: Tensor): ScaledNorm {
  const [largest, ratio] = exactly(2, ops.unstack(ops.norms(stack)), 'parts of a norm');
  return { largest, ratio };
}

/** The norm of all parameters of a layer together, for every layer: `[depth]`. */
export function layerNorms(ops: Ops, layout: Layout, stacks: Stacks): ScaledNorm {
  const norms = stacks.map((stack, index): ScaledNorm => {
    const { largest, ratio } = rowNorms(ops, stack);
    const spread = (values: Tensor) => toLayers(ops, layout, groupAt(layout, index), values);
    return { largest: spread(largest), ratio: spread(ratio) };
  });
  const largest = norms.map((norm) => norm.largest).reduce((a, b) => maximum(ops, a, b));
  const divisor = nonZero(ops, largest);
  const squares = norms.map((norm) =>
    ops.square(ops.mul(norm.ratio, ops.div(norm.largest, divisor))),
  );
  return { largest, ratio: ops.sqrt(squares.reduce((a, b) => ops.add(a, b))) };
}

/** Sums values of a group's layers into all layers: `[layers]` → `[depth]`, 0 where there are none. */
export function toLayers(ops: Ops, layout: Layout, group: ParameterGroup, values: Tensor): Tensor {
  const before = at(group.layers, 0, 'layer of a group') - 1;
  const after = depthOf(layout) - before - group.layers.length;
  const padded = [
    ...(before > 0 ? [ops.fill([before], 0)] : []),
    values,
    ...(after > 0 ? [ops.fill([after], 0)] : []),
  ];
  return padded.length === 1 ? values : ops.concat(padded);
}

/** Takes a group's layers out of values for all layers, to be broadcast over a stack: `[layers, 1, …]`. */
export function fromLayers(ops: Ops, group: ParameterGroup, values: Tensor): Tensor {
  const before = at(group.layers, 0, 'layer of a group') - 1;
  const own = ops.slice(values, before, group.layers.length);
  return asRows(ops, group, own);
}

/** Gives values of a group's layers a shape that is broadcast over their stack. */
export function asRows(ops: Ops, { layers, shape }: ParameterGroup, values: Tensor): Tensor {
  return ops.reshape(values, [layers.length, ...shape.map(() => 1)]);
}

/** Mask of the layers of a group for which `holds`, to be broadcast over a stack. */
export function layerMask(
  ops: Ops,
  group: ParameterGroup,
  holds: (layer: number) => boolean,
): Tensor {
  const flags = Float32Array.from(group.layers, (layer) => Number(holds(layer)));
  return ops.equal(asRows(ops, group, ops.upload(flags, [flags.length])), 1);
}

/** `x`, but 1 where it is 0, to divide by. */
export function nonZero(ops: Ops, x: Tensor): Tensor {
  return ops.where(ops.equal(x, 0), 1, x);
}

/** The larger of two, NaN if either is NaN. */
export function maximum(ops: Ops, a: Tensor, b: Tensor): Tensor {
  const larger = ops.where(ops.less(b, a), a, b);
  return ops.where(ops.equal(a, a), larger, a);
}

/** The smaller of two, NaN if either is NaN. */
export function minimum(ops: Ops, a: Tensor, b: Tensor): Tensor {
  const smaller = ops.where(ops.less(a, b), a, b);
  return ops.where(ops.equal(a, a), smaller, a);
}

/** Number of layers of a layout. */
export function depthOf(layout: Layout): number {
  return Math.max(...layout.flatMap(({ layers }) => layers));
}

/** The group of a layout at an index that stacks share. */
export function groupAt(layout: Layout, index: number): ParameterGroup {
  return at(layout, index, 'parameter group');
}

/** Mask `[]`: whether no component of any stack is Inf or NaN. */
export function allFinite(ops: Ops, stacks: Stacks): Tensor {
  const sums = stacks.map((stack) => ops.tidy(() => ops.sum(ops.mul(stack, 0))));
  const total = sums.reduce((sum, next) => ops.add(sum, next));
  return ops.equal(total, 0);
}

/** Share of ones among flags of 0 and 1 of any shapes, `[]`. */
export function shareOf(ops: Ops, flags: readonly Tensor[]): Tensor {
  const count = flags.reduce((total, { shape }) => total + sizeOf(shape), 0);
  const ones = flags.map((flag) => ops.sum(flag)).reduce((sum, next) => ops.add(sum, next));
  return ops.mul(ones, 1 / count);
}
