import type { Experiment } from '../../../src/experiment/schema';
import { type Layer, type Role, zipped } from './layers';
import type { Arithmetic } from './tape';

/** What an optimizer remembers of every component. */
export interface Memory {
  readonly first: readonly Layer[];
  readonly second: readonly Layer[];
}

interface Moved {
  readonly change: number;
  readonly first: number;
  readonly second: number;
}

/** The change of the parameters by the optimizer at a step, and what it remembers from then on. */
export function optimize(
  settings: Experiment,
  settle: Arithmetic,
  step: number,
  gradients: readonly Layer[],
  memory: Memory,
): { readonly changes: readonly Layer[]; readonly memory: Memory } {
  const part = (name: keyof Moved) =>
    gradients.map((layer, at) =>
      zipped(layer, (g, role, index) => {
        const before = (kept: readonly Layer[]) => valueAt(kept[at], role, index);
        return move(settings, settle, step, g, before(memory.first), before(memory.second))[name];
      }),
    );
  return { changes: part('change'), memory: { first: part('first'), second: part('second') } };
}

function valueAt(layer: Layer | undefined, role: Role, index: number): number {
  return layer?.[role]?.values[index] ?? 0;
}

function move(
  { optimizer, learningRate: rate, momentum, rho, beta1, beta2, epsilon }: Experiment,
  settle: Arithmetic,
  step: number,
  g: number,
  first: number,
  second: number,
): Moved {
  const square = settle(g * g);
  if (optimizer === 'momentum' || optimizer === 'nesterov') {
    const velocity = settle(momentum * first + g);
    const ahead = optimizer === 'nesterov' ? settle(g + momentum * velocity) : velocity;
    return { change: settle(-rate * ahead), first: velocity, second };
  }
  if (optimizer === 'rmsprop') {
    const mean = settle(rho * second + (1 - rho) * square);
    return { change: settle((-rate * g) / Math.sqrt(mean + epsilon)), first, second: mean };
  }
  if (optimizer === 'adam') {
    const mean = settle(beta1 * first + (1 - beta1) * g);
    const spread = settle(beta2 * second + (1 - beta2) * square);
    const unbiased = settle(mean / (1 - beta1 ** (step + 1)));
    const size = Math.sqrt(settle(spread / (1 - beta2 ** (step + 1)))) + epsilon;
    return { change: settle((rate * -unbiased) / size), first: mean, second: spread };
  }
  return { change: settle(-rate * g), first, second };
}
