/** FNV-1a, 32 bits: takes the bytes, or the code units, of one thing after another. */
export function fnv1a(...parts: readonly Iterable<number>[]): number {
  let state = 0x811c9dc5;
  for (const part of parts) {
    for (const unit of part) state = Math.imul(state ^ unit, 0x01000193);
  }
  return state;
}
