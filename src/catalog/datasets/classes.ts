import { exactly, type Tuple } from '../../base/at';
import { permutation, type RandomStream } from '../../base/random';
import type { Draw, Samples } from './dataset';

/**
 * Draws balanced classes in random order: `place` gives the clean features of one sample of a class,
 * and normal noise is added to each of them.
 */
export function drawClasses(
  stream: RandomStream,
  { samples, noise }: Draw,
  classes: number,
  place: (label: number) => readonly number[],
): Samples {
  const targets = Float32Array.from(permutation(stream, samples), (rank) => rank % classes);
  const rows = Array.from(targets, (label) =>
    place(label).map((value) => value + noise * stream.normal()),
  );
  return { features: Float32Array.from(rows.flat()), targets };
}

/** Draws a real target for features uniform within ±`reach`, with normal noise on the target. */
export function drawFunction<const Inputs extends number>(
  stream: RandomStream,
  { samples, noise }: Draw,
  { inputs, reach }: { readonly inputs: Inputs; readonly reach: number },
  target: (features: Tuple<Inputs, number>) => number,
): Samples {
  const rows = Array.from({ length: samples }, () =>
    Array.from({ length: inputs }, () => reach * (2 * stream.uniform() - 1)),
  );
  return {
    features: Float32Array.from(rows.flat()),
    targets: Float32Array.from(
      rows,
      (row) => target(exactly(inputs, row, 'features')) + noise * stream.normal(),
    ),
  };
}
