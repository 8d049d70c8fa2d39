/** Lengths are compared once, so an entry that is missing throws here and the loops below read only what is there. */
function checkLengths(a: Float64Array, b: Float64Array): void {
  if (a.length !== b.length) {
    throw new RangeError(`Vectors of ${a.length} and ${b.length} numbers do not match.`);
  }
}

/** The inner product of two vectors of one length. */
export function dot(a: Float64Array, b: Float64Array): number {
  checkLengths(a, b);
  let sum = 0;
  for (let index = 0; index < a.length; index++) {
    sum += (a[index] as number) * (b[index] as number);
  }
  return sum;
}

/** Takes a multiple of a vector away from another of the same length, in place. */
export function subtract(from: Float64Array, vector: Float64Array, factor: number): void {
  checkLengths(from, vector);
  for (let index = 0; index < from.length; index++) {
    from[index] = (from[index] as number) - factor * (vector[index] as number);
  }
}
