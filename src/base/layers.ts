/** The layers 1 … `depth`: 0 is the input, and `depth` the output. */
export function layersUpTo(depth: number): readonly number[] {
  return Array.from({ length: Math.max(0, depth) }, (_, before) => before + 1);
}
