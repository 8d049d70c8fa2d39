import type { Ops, Tensor } from '../../ops/ops';

/**
 * Stacks consecutive tensors of one shape and calls `use` with each stack and its layers, counted
 * from `first`: one operation then measures many layers.
 */
export function forRuns(
  ops: Ops,
  tensors: readonly Tensor[],
  first: number,
  use: (layers: readonly number[], stack: Tensor) => void,
): void {
  let start = 0;
  while (start < tensors.length) {
    const shape = String(tensors[start]?.shape);
    let end = start + 1;
    while (end < tensors.length && String(tensors[end]?.shape) === shape) end++;
    const run = tensors.slice(start, end);
    const layers = run.map((_, index) => first + start + index);
    use(layers, ops.stack(run));
    start = end;
  }
}
