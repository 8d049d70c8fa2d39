import { present } from '../../base/at';
import { hypot } from '../../base/elementary/hypot';
import type { Ops, Tensor } from '../../ops/ops';
import type { Role, Stacks } from '../../ops/parameters';
import type { Processed } from '../pipeline';
import type { Plan } from '../plan';
import type { Readings } from './readings';

type WriteNorm = (role: Role, layer: number, norm: number, largest: number) => void;

/**
 * Measures the raw gradients of the parameters, per layer and all together. They are what the optimizer gets, unless a
 * stage before it is measured later.
 */
export function measureGradients(
  ops: Ops,
  plan: Plan,
  gradients: Stacks,
  readings: Readings,
): void {
  const layers = layerNorms(plan);
  measureStacks(ops, plan, gradients, readings, (role, layer, norm, largest) => {
    if (role === 'weight') {
      readings.put('gradW', layer, norm);
      readings.put('processedW', layer, norm);
    }
    if (role === 'bias') readings.put('gradB', layer, norm);
    layers.add(layer, norm, largest);
  });
  readings.derive(() => {
    layers.each((layer, norm, largest) => {
      readings.put('gradTheta', layer, norm);
      readings.put('maxProcessed', layer, largest);
    });
    readings.step('gradNorm', layers.total());
  });
}

/** Measures what becomes of the gradient, stage by stage: the last stage made the change. */
export function measureStages(
  plan: Plan,
  { lastBefore, stages }: Processed,
  readings: Readings,
): void {
  for (const stage of stages) {
    const { id, norms, share } = stage;
    const isForOptimizer = stage === lastBefore;
    const layers = layerNorms(plan);
    readNorms(plan, norms, readings, (role, layer, norm, largest) => {
      if (role === 'weight' && isForOptimizer) readings.put('processedW', layer, norm);
      layers.add(layer, norm, largest);
    });
    readings.derive(() => {
      layers.each((layer, norm, largest) => {
        readings.put(`after:${id}`, layer, norm);
        if (isForOptimizer) readings.put('maxProcessed', layer, largest);
      });
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
  measureStacks(ops, plan, parameters, readings, (role, layer, norm, largest) => {
    if (role === 'weight') readings.put('weight', layer, norm);
    sizes.add(layer, norm, largest);
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

/** The norms and the largest components of layers, gathered from their parameters one by one. */
function layerNorms({ depth }: Plan) {
  const norms = new Float64Array(depth + 1);
  const largests = new Float64Array(depth + 1);
  return {
    add(layer: number, norm: number, largest: number) {
      norms[layer] = hypot(present(norms[layer], layer, 'layer'), norm);
      largests[layer] = Math.max(present(largests[layer], layer, 'layer'), largest);
    },
    each(use: (layer: number, norm: number, largest: number) => void) {
      for (let layer = 1; layer <= depth; layer++)
        use(layer, present(norms[layer], layer, 'layer'), present(largests[layer], layer, 'layer'));
    },
    total: () => hypot(...norms),
  };
}

function measureStacks(
  ops: Ops,
  plan: Plan,
  stacks: Stacks,
  readings: Readings,
  write: WriteNorm,
): void {
  const norms = stacks.map((stack) => ops.norms(stack));
  readNorms(plan, norms, readings, write);
}

function readNorms(
  { layout }: Plan,
  norms: readonly Tensor[],
  readings: Readings,
  write: WriteNorm,
): void {
  layout.forEach(({ role, layers }, index) => {
    const own = present(norms[index], index, 'norm of parameter group');
    readings.norms(layers, own, (layer, norm, largest) => write(role, layer, norm, largest));
  });
}
