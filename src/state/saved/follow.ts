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
  const stored = byId(kept().filter(({ id }) => restored.has(id)));
  let isWaiting = false;
  let work = Promise.resolve();

  async function save(): Promise<void> {
    isWaiting = false;
    const wanted = byId(kept());
    try {
      for (const id of [...stored.keys()].filter((id) => !wanted.has(id))) {
        await database.delete(store, id);
        stored.delete(id);
      }
      for (const [id, one] of wanted) {
        if (stored.get(id) === one) continue;
        await database.put(store, form(one));
        stored.set(id, one);
      }
      settle(null);
    } catch (error) {
      settle(isClosed(error) ? 'superseded' : 'full');
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

/** Says how storing goes now; what was said of reading stays. */
function settle(problem: 'full' | 'superseded' | null): void {
  const { storageProblem: said } = app.getState();
  const isOver = problem === null && (said === 'full' || said === 'superseded');
  if (isOver || (problem !== null && said !== problem)) app.setState({ storageProblem: problem });
}

/** Whether the database was closed under the page, for a newer page to change it. */
function isClosed(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError';
}

function byId<Kept extends { readonly id: string }>(kept: readonly Kept[]): Map<string, Kept> {
  return new Map(kept.map((one) => [one.id, one]));
}
