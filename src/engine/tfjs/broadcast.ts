import type { Operand } from '../../ops/ops';

/** The shape that operands have together, broadcast against each other from the right. */
export function broadcastShape(operands: readonly Operand[]): readonly number[] {
  const shapes = operands.map((x) => (typeof x === 'number' ? [] : x.shape));
  const rank = Math.max(...shapes.map(({ length }) => length));
  return Array.from({ length: rank }, (_, axis) =>
    Math.max(...shapes.map((shape) => shape[axis - rank + shape.length] ?? 1)),
  );
}
