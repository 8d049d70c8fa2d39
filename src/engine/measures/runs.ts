import type { Tensor } from '../../ops/ops';

/**
 * Calls `use` with every run of consecutive tensors of one shape and its layers, counted from `first`: stacked, one
 * operation measures many layers.
 */
export function forRuns(
  tensors: readonly Tensor[],
  first: number,
  use: (layers: readonly number[], run: readonly Tensor[]) => void,
): void {
  let start = 0;
  while (start < tensors.length) {
    const shape = String(tensors[start]?.shape);
    let end = start + 1;
    while (end < tensors.length && String(tensors[end]?.shape) === shape) end++;
    const run = tensors.slice(start, end);
    const layers = run.map((_, index) => first + start + index);
    use(layers, run);
    start = end;
  }
}
