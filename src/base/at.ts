/**
 * The entry of a list, record or map at a key that must be there. Throws a `RangeError` that names it where it is missing:
 * `at(layout, 7, 'parameter group')` says that there is no parameter group 7.
 */
export function at<Key, Entry>(entries: ReadonlyMap<Key, Entry>, key: Key, name: string): Entry;
export function at<List extends object, Key extends keyof List>(
  entries: List,
  key: Key,
  name: string,
): NonNullable<List[Key]>;
export function at(entries: object, key: unknown, name: string): unknown {
  return present(
    entries instanceof Map ? entries.get(key) : (entries as Indexed)[key as PropertyKey],
    key,
    name,
  );
}

/**
 * Returns what a look-up gave, which must be there. Throws the same error as `at`. For loops over numbers, where it costs
 * nothing: compilers drop the check of what a typed array holds.
 */
export function present<Entry>(entry: Entry, key: unknown, name: string): NonNullable<Entry> {
  if (entry === undefined || entry === null) throw missing(key, name);
  return entry;
}

function missing(key: unknown, name: string): RangeError {
  return new RangeError(`There is no ${name} ${String(key)}.`);
}

/** A list as a tuple of `count` entries, to be destructured. Throws a `RangeError` where it has more or fewer. */
export function exactly<Count extends number, Entry>(
  count: Count,
  list: readonly Entry[],
  name: string,
): Tuple<Count, Entry> {
  if (!isTuple(count, list)) {
    throw new RangeError(`There are ${list.length} ${name}, not ${count}.`);
  }
  return list;
}

type Indexed = Readonly<Record<PropertyKey, unknown>>;

/** A list of exactly `Count` entries. */
export type Tuple<
  Count extends number,
  Entry,
  Found extends readonly Entry[] = readonly [],
> = Found['length'] extends Count ? Found : Tuple<Count, Entry, readonly [...Found, Entry]>;

function isTuple<Count extends number, Entry>(
  count: Count,
  list: readonly Entry[],
): list is Tuple<Count, Entry> {
  return list.length === count;
}
