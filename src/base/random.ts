import { log } from './elementary/logarithm';
import { cos, sin } from './elementary/trigonometric';
import { fnv1a } from './fnv';
import { mersenneTwister } from './mersenneTwister';

/** A reproducible stream of random numbers, in float64. */
export interface RandomStream {
  /** Uniform in [0, 1), with 53 random bits. */
  uniform(): number;
  /** Standard normal, by Box and Muller (1958). */
  normal(): number;
  /** Uniform integer in [0, bound). */
  integer(bound: number): number;
}

/**
 * Opens the stream of one purpose, such as `('weights', 3)` or `('batches', epoch)`.
 * Streams of different paths are independent, so changing one thing never shifts another.
 */
export function randomStream(seed: number, ...path: readonly (string | number)[]): RandomStream {
  const bits = mersenneTwister(hash([seed, ...path].join('/')));
  const uniform = () => ((bits() >>> 5) * 0x4000000 + (bits() >>> 6)) / 0x20000000000000;
  let spare: number | undefined;
  return {
    uniform,
    normal() {
      if (spare !== undefined) {
        const value = spare;
        spare = undefined;
        return value;
      }
      const radius = Math.sqrt(-2 * log(1 - uniform()));
      const angle = 2 * Math.PI * uniform();
      spare = radius * sin(angle);
      return radius * cos(angle);
    },
    integer: (bound) => Math.floor(uniform() * bound),
  };
}

/** A random order of 0 … count − 1 (Fisher and Yates, 1938). */
export function permutation(stream: RandomStream, count: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = stream.integer(last + 1);
    const moved = order[last] as number;
    order[last] = order[other] as number;
    order[other] = moved;
  }
  return order;
}

/** FNV-1a with a final avalanche, 32 bits: spreads similar paths over all seeds. */
function hash(text: string): number {
  let state = fnv1a(
    Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)),
  );
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return state ^ (state >>> 16);
}
