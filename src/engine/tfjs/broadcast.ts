import { at } from '../../base/at';
import type { Operand } from '../../ops/ops';

/** The shape that operands have together, broadcast against each other from the right. */
export function broadcastShape(operands: readonly Operand[]): readonly number[] {
  const shapes = operands.map((x) => (typeof x === 'number' ? [] : x.shape));
  const rank = Math.max(...shapes.map(({ length }) => length));
  const full = shapes.map((shape) => ofRank(rank, shape));
  return Array.from({ length: rank }, (_, axis) =>
    Math.max(...full.map((shape) => at(shape, axis, 'axis'))),
  );
}

/** A shape as broadcasting takes it among shapes of a rank: axes that it lacks come first, with length 1. */
export function ofRank(rank: number, shape: readonly number[]): readonly number[] {
  return [...Array.from({ length: rank - shape.length }, () => 1), ...shape];
}
