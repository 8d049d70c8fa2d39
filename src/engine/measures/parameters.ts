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
  gradients: Stacks,
  readings: Readings,
): void {
  const layers = layerNorms(plan);
  measureStacks(ops, plan, gradients, readings, (role, layer, norm) => {
    if (role === 'weight') readings.put('gradW', layer, norm);
    if (role === 'bias') readings.put('gradB', layer, norm);
    layers.add(layer, norm);
  });
  readings.derive(() => {
    layers.each((layer, norm) => readings.put('gradTheta', layer, norm));
    readings.step('gradNorm', layers.total());
  });
}

/** Measures what becomes of the gradient, stage by stage: the last stage made the change. */
export function measureStages(
  ops: Ops,
  plan: Plan,
  { gradients, stages }: Processed,
  readings: Readings,
): void {
  if (stages.every(({ result }) => result !== gradients)) {
    readings.derive(() => {
      for (let layer = 1; layer <= plan.depth; layer++)
        readings.put('processedW', layer, readings.value('gradW', layer));
    });
  }
  for (const { id, result, share } of stages) {
    const layers = layerNorms(plan);
    measureStacks(ops, plan, result, readings, (role, layer, norm) => {
      if (role === 'weight' && result === gradients) readings.put('processedW', layer, norm);
      layers.add(layer, norm);
    });
    readings.derive(() => {
      layers.each((layer, norm) => readings.put(`after:${id}`, layer, norm));
      readings.step(`after:${id}`, layers.total());
    });
    if (share) readings.step(`share:${id}`, share);
  }
}

/** Measures the parameters, their change and its ratio to them. */
export function measureChange(
  ops: Ops,
  plan: Plan,
  parameters: Stacks,
  { stages }: Processed,
  readings: Readings,
): void {
  const sizes = layerNorms(plan);
  measureStacks(ops, plan, parameters, readings, (role, layer, norm) => {
    if (role === 'weight') readings.put('weight', layer, norm);
    sizes.add(layer, norm);
  });
  const last = stages.at(-1);
  readings.derive(() => {
    sizes.each((layer, size) => {
      const change = readings.value(`after:${last?.id}`, layer);
      readings.put('change', layer, change);
      if (size !== 0) readings.put('update', layer, change / size);
    });
  });
}

/** The norms of layers, gathered from their parameters one by one. */
function layerNorms({ depth }: Plan) {
  const norms = new Float64Array(depth + 1);
  return {
    add(layer: number, norm: number) {
      norms[layer] = Math.hypot(norms[layer] ?? 0, norm);
    },
    each(use: (layer: number, norm: number) => void) {
      for (let layer = 1; layer <= depth; layer++) use(layer, norms[layer] ?? 0);
    },
    total: () => Math.hypot(...norms),
  };
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
