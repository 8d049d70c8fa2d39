const on: readonly unknown[] = [true, 'on', 'true', '1', 'yes', 1];
const off: readonly unknown[] = [false, 'off', 'false', '0', 'no', 0];

/** Reads on or off from a value or a text, in any letter case; null where it is neither. */
export function readToggle(value: unknown): boolean | null {
  const plain = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (on.includes(plain)) return true;
  return off.includes(plain) ? false : null;
}
