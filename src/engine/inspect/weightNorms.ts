import { exactly } from '../../base/at';
import { sizeOf } from '../../base/shape';
import type { WeightNorms } from '../../history/inspection';
import type { Ops, Tensor } from '../../ops/ops';
import { weightOf } from '../layers/hidden';
import { byLayer } from '../layout';
import { forRuns } from '../measures/runs';
import type { Plan } from '../plan';
import type { Weights } from '../weights';
import { spectralNorm } from './spectralNorm';

/** Norms of the weight that multiplies the signal in every layer, layer 1 first; read back once for each shape. */
export async function weightNorms(
  ops: Ops,
  plan: Plan,
  { parameters }: Weights,
): Promise<readonly WeightNorms[]> {
  const stacks = ops.tidy(() => {
    const made: Tensor[] = [];
    const used = byLayer(ops, plan.layout, parameters).map((own, index) =>
      index === plan.depth - 1 ? own.weight : weightOf(ops, plan, own),
    );
    forRuns(used, 1, (_, run) => made.push(ops.stack(run)));
    return made;
  });
  const norms: WeightNorms[] = [];
  for (const stack of stacks) {
    const [, rows, columns] = exactly(3, stack.shape, 'axes of weights');
    const values = await ops.read(stack);
    const size = rows * columns;
    for (let start = 0; start < sizeOf(stack.shape); start += size) {
      const weight = values.subarray(start, start + size);
      norms.push({
        spectral: spectralNorm(weight, rows, columns),
        frobenius: Math.sqrt(weight.reduce((sum, value) => sum + value * value, 0)),
      });
    }
  }
  ops.dispose(stacks);
  return norms;
}
