import { matrixShape } from '../../../base/shape';
import type { Ops, Tensor, Transposed } from '../../../ops/ops';
import type { Heap } from '../heap';
import type { Memory } from '../memory';
import type { SimdKernels } from './kernels';

/** Rows of the left operand and columns of the right one that are multiplied as one tile. */
const tile = { rows: 4, columns: 8 } as const;

/** Matrix products; `room` is the address of a tile. */
export function products(
  heap: Heap,
  memory: Memory,
  simd: SimdKernels,
  room: number,
): Pick<Ops, 'matMul' | 'matMulAdd'> {
  function packed(x: Tensor, lines: number, shared: number, width: number, across: boolean) {
    const out = memory.make([Math.ceil(lines / width) * width, shared]);
    simd.pack(memory.offset(out), heap.offset(x), lines, shared, width, across);
    return out;
  }

  function product(a: Tensor, b: Tensor, transposed: Transposed, bias: Tensor | null): Tensor {
    const { a: acrossA = false, b: alongB = false } = transposed;
    const [rows, shared] = matrixShape(a.shape, acrossA);
    const [, columns] = matrixShape(b.shape, alongB);
    const left = packed(a, rows, shared, tile.rows, acrossA);
    const right = packed(b, columns, shared, tile.columns, !alongB);
    const out = heap.make([rows, columns]);
    simd.product(
      heap.offset(out),
      memory.offset(left),
      memory.offset(right),
      bias ? heap.offset(bias) : 0,
      rows,
      columns,
      shared,
      room,
    );
    memory.release(left);
    memory.release(right);
    return out;
  }

  return {
    matMul: (a, b, transposed = {}) => product(a, b, transposed, null),
    matMulAdd: (a, b, c) => product(a, b, {}, c),
  };
}
