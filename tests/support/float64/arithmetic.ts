import type { Experiment } from '../../../src/experiment/schema';
import type { Arithmetic } from './tape';
import type { Reference } from './training';

/** The largest float32 and float16. */
const largest = { float32: 3.4028234663852886e38, float16: 65504 } as const;

/** A reference, and whether something it computed lay within a factor of 10 of an overflow. */
export interface Watched extends Reference {
  isNearOverflow(): boolean;
}

/** Float64 with float32's range, and signals rounded to float16 where the experiment asks for it. */
export function exactly({ numberFormat }: Experiment): Watched {
  let isNear = false;
  const watch = (x: number, most: number) => {
    const size = Math.abs(x);
    if (size > most / 10 && size < most * 10) isNear = true;
    return size > most ? Math.sign(x) * Number.POSITIVE_INFINITY : x;
  };
  const round: Arithmetic = (x) => {
    watch(x, largest.float16);
    return halved(x);
  };
  return {
    settle: (x) => watch(x, largest.float32),
    round: numberFormat === 'float16' ? round : (x) => x,
    perturb: () => 1,
    isNearOverflow: () => isNear,
  };
}

/** The same with initial weights changed by up to 1e-7 of themselves; what lies near a tie of float16 rounds either way. */
export function perturbed(experiment: Experiment, seed: number): Reference {
  const exact = exactly(experiment);
  return { ...exact, round: nearTies(experiment, seed), perturb: noise(seed, 1e-7) };
}

/** Float32 whose every result is off by up to two units roundoff, as WebGL’s quotients and roots may be: what rounding does. */
export function jittered(experiment: Experiment, seed: number): Reference {
  const jitter = noise(seed, 2 ** -23);
  return {
    settle: (x) => Math.fround(x * jitter()),
    round: nearTies(experiment, seed),
    perturb: () => 1,
  };
}

/** Rounds to float16 what is off by up to a tenth of the distance between its neighbors. */
function nearTies({ numberFormat }: Experiment, seed: number): Arithmetic {
  const factor = noise(seed, 0.1);
  return numberFormat === 'float16'
    ? (x) => halved(x === 0 || !Number.isFinite(x) ? x : x + spacingAt(x) * (factor() - 1))
    : (x) => x;
}

function noise(seed: number, size: number): () => number {
  let at = 0;
  return () => {
    at += 1;
    const x = Math.sin(at * 12.9898 + seed * 78.233) * 43758.5453;
    return 1 + size * (2 * (x - Math.floor(x)) - 1);
  };
}

/** IEEE 754 binary16, to the nearest, ties to even. */
function halved(x: number): number {
  const size = Math.abs(x);
  if (!Number.isFinite(x) || size === 0) return x;
  if (size >= 65520) return Math.sign(x) * Number.POSITIVE_INFINITY;
  const spacing = spacingAt(size);
  const steps = size / spacing;
  const down = Math.floor(steps);
  const rest = steps - down;
  const up = rest > 0.5 || (rest === 0.5 && down % 2 === 1);
  return Math.sign(x) * (up ? down + 1 : down) * spacing;
}

/** The distance between a float16 and the next. */
function spacingAt(x: number): number {
  return 2 ** (Math.max(-14, Math.floor(Math.log2(Math.abs(x)))) - 10);
}
