import { app } from '../app';
import type { Database, Store } from './database';

/** Milliseconds after which a change is stored: a name is typed letter by letter. */
const settling = 300;

/** Something of the state with an id, and the form in which it is stored. */
export interface Followed<Kept extends { readonly id: string }> {
  readonly store: Store;
  /** What is to be stored now; the same object as long as it has not changed. */
  kept(): readonly Kept[];
  form(kept: Kept): { readonly id: string };
}

/** Loads all of a store, deletes what cannot be read and says so; gives what could. */
export async function restore<Read>(
  database: Database,
  store: Store,
  read: (stored: unknown) => Read | null,
): Promise<readonly Read[]> {
  const stored = await database.getAll(store);
  const found = stored.map((one) => ({ id: one.id, value: read(one) }));
  const corrupt = found.filter(({ value }) => value === null);
  for (const { id } of corrupt) await database.delete(store, id);
  if (corrupt.length > 0) app.setState({ storageProblem: 'corrupt' });
  return found.flatMap(({ value }) => (value === null ? [] : [value]));
}

/**
 * Gives a function to call after every change of the state: it stores what has changed, a little later. What was
 * `restored`, by id, is stored already.
 */
export function follow<Kept extends { readonly id: string }>(
  database: Database,
  { store, kept, form }: Followed<Kept>,
  restored: ReadonlySet<string>,
): () => void {
  let stored = byId(kept().filter(({ id }) => restored.has(id)));
  let isWaiting = false;
  let work = Promise.resolve();

  async function save(): Promise<void> {
    isWaiting = false;
    const before = stored;
    const wanted = byId(kept());
    stored = wanted;
    const gone = [...before.keys()].filter((id) => !wanted.has(id));
    const changed = [...wanted.values()].filter((one) => before.get(one.id) !== one);
    try {
      for (const id of gone) await database.delete(store, id);
      for (const one of changed) await database.put(store, form(one));
    } catch {
      app.setState({ storageProblem: 'full' });
    }
  }

  return () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      work = work.then(save);
    }, settling);
  };
}

function byId<Kept extends { readonly id: string }>(
  kept: readonly Kept[],
): ReadonlyMap<string, Kept> {
  return new Map(kept.map((one) => [one.id, one]));
}
