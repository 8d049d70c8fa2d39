import { fnv1a } from '../../base/fnv';

const storageKey = 'chain-reaction.arrangements';

/** Most orders of layers that are remembered. */
const mostRemembered = 20;

/** Gives the order in which layers of these names were arranged before, if they were. */
export function arrangementOf(names: readonly string[]): readonly string[] | undefined {
  const order = stored()[keyOf(names)];
  return order?.length === names.length ? order : undefined;
}

/** Remembers the order of layers for every log that has the same ones. */
export function rememberArrangement(order: readonly string[]): void {
  const others = Object.entries(stored()).filter(([key]) => key !== keyOf(order));
  const kept = [...others.slice(1 - mostRemembered), [keyOf(order), order] as const];
  try {
    localStorage.setItem(storageKey, JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // A browser without storage forgets the order, and the page works all the same.
  }
}

function keyOf(names: readonly string[]): string {
  const sorted = new TextEncoder().encode(JSON.stringify(names.toSorted()));
  return (fnv1a(sorted) >>> 0).toString(36);
}

function stored(): Readonly<Record<string, readonly string[] | undefined>> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    const entries = Object.entries(value).filter(
      ([, order]) => Array.isArray(order) && order.every((name) => typeof name === 'string'),
    );
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}
