/**
 * A memory for arrays that are costly to make and always come out the same: gives the array of a key, making it only
 * if it is not held. It holds `bytes` at most and lets go of what has not been asked for longest. Do not write into
 * what it gives.
 */
export function rememberArrays(
  bytes: number,
): (key: string, make: () => Float64Array) => Float64Array {
  const held = new Map<string, Float64Array>();
  let size = 0;

  function hold(key: string, values: Float64Array): void {
    held.set(key, values);
    size += values.byteLength;
    for (const [oldest, { byteLength }] of held) {
      if (size <= bytes) return;
      held.delete(oldest);
      size -= byteLength;
    }
  }

  return (key, make) => {
    const known = held.get(key);
    if (!known) {
      const made = make();
      hold(key, made);
      return made;
    }
    held.delete(key);
    held.set(key, known);
    return known;
  };
}

/** A memory for the last of something costly to make that is asked for again and again. Do not write into what it gives. */
export function rememberLast<Value>(): (key: string, make: () => Value) => Value {
  let last: { readonly key: string; readonly value: Value } | null = null;
  return (key, make) => {
    if (last?.key !== key) last = { key, value: make() };
    return last.value;
  };
}
