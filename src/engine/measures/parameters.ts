import type { RecordShape } from '../../history/record';
import { stepColumn } from '../../history/record';
import type { Ops } from '../../ops/ops';
import type { Role, Stacks } from '../../ops/parameters';
import type { Processed } from '../pipeline';
import type { Plan } from '../plan';
import type { Readings } from './readings';

type WriteNorm = (role: Role, layer: number, norm: number) => void;

/** Measures the raw gradients of the parameters, per layer and all together. */
export function measureGradients(
  ops: Ops,
  plan: Plan,
  shape: RecordShape,
  gradients: Stacks,
  readings: Readings,
): void {
  let total = 0;
  measureStacks(ops, plan, gradients, readings, (role, layer, norm) => {
    if (role === 'weight') readings.put('gradW', layer, norm);
    if (role === 'bias') readings.put('gradB', layer, norm);
    total = Math.hypot(total, norm);
  });
  readings.derive((record) => {
    record[stepColumn(shape, 'gradNorm')] = total;
  });
}

/** Measures what becomes of the parameters: processed gradient, weights, change and its ratio. */
export function measureChange(
  ops: Ops,
  plan: Plan,
  parameters: Stacks,
  { gradients, changes }: Processed,
  readings: Readings,
): void {
  measureStacks(ops, plan, gradients, readings, (role, layer, norm) => {
    if (role === 'weight') readings.put('processedW', layer, norm);
  });
  const size = new Float64Array(plan.depth + 1);
  const change = new Float64Array(plan.depth + 1);
  measureStacks(ops, plan, parameters, readings, (role, layer, norm) => {
    if (role === 'weight') readings.put('weight', layer, norm);
    size[layer] = Math.hypot(size[layer] ?? 0, norm);
  });
  measureStacks(ops, plan, changes, readings, (_, layer, norm) => {
    change[layer] = Math.hypot(change[layer] ?? 0, norm);
  });
  readings.derive(() => {
    for (let layer = 1; layer <= plan.depth; layer++) {
      const [moved = 0, length = 0] = [change[layer], size[layer]];
      readings.put('change', layer, moved);
      if (length !== 0) readings.put('update', layer, moved / length);
    }
  });
}

function measureStacks(
  ops: Ops,
  { layout }: Plan,
  stacks: Stacks,
  readings: Readings,
  write: WriteNorm,
): void {
  layout.forEach(({ role, layers }, index) => {
    const stack = stacks[index];
    if (stack) readings.norms(layers, ops.norms(stack), (layer, norm) => write(role, layer, norm));
  });
}
