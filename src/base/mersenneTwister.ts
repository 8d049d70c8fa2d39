const size = 624;

/** Draws 32 random bits at a time, as a signed integer: MT19937 (Matsumoto and Nishimura 1998). */
export function mersenneTwister(seed: number): () => number {
  const states = new Int32Array(size);
  states[0] = seed;
  for (let at = 1; at < size; at++) {
    const before = states[at - 1] as number;
    states[at] = Math.imul(before ^ (before >>> 30), 1812433253) + at;
  }
  let next = size;
  return () => {
    if (next === size) {
      twist(states);
      next = 0;
    }
    let bits = states[next++] as number;
    bits ^= bits >>> 11;
    bits ^= (bits << 7) & 0x9d2c5680;
    bits ^= (bits << 15) & 0xefc60000;
    return bits ^ (bits >>> 18);
  };
}

function twist(states: Int32Array): void {
  for (let at = 0; at < size; at++) {
    const lower = (states[(at + 1) % size] as number) & 0x7fffffff;
    const mixed = ((states[at] as number) & 0x80000000) | lower;
    const other = states[(at + 397) % size] as number;
    states[at] = other ^ (mixed >>> 1) ^ (-(mixed & 1) & 0x9908b0df);
  }
}
