import { app } from '../store/app';
import type { StorageProblem } from '../store/problems';
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

/** The database that is open now, and what to do when it turns out to be closed. */
export interface Storage {
  database(): Database;
  onLost(): void;
}

/** Stores what has changed. */
export interface Follower {
  /** Call it after every change of the state. */
  changed(): void;
  /** Stores everything again, in a database that holds nothing. */
  again(): void;
}

/** All of a store: what could be read, and the ids of what could not, which stays where it is. */
export async function restore<Read>(
  database: Database,
  store: Store,
  read: (stored: unknown) => Read | null,
): Promise<{ readonly values: readonly Read[]; readonly unreadable: readonly string[] }> {
  const stored = await database.getAll(store);
  const found = stored.map((one) => ({ id: one.id, value: read(one) }));
  return {
    values: found.flatMap(({ value }) => (value === null ? [] : [value])),
    unreadable: found.filter(({ value }) => value === null).map(({ id }) => id),
  };
}

/** Follows the state: stores what has changed, a little later. What was `restored`, by id, is stored already. */
export function follow<Kept extends { readonly id: string }>(
  { database, onLost }: Storage,
  { store, kept, form }: Followed<Kept>,
  restored: ReadonlySet<string>,
): Follower {
  const stored = byId(kept().filter(({ id }) => restored.has(id)));
  let isWaiting = false;
  let work = Promise.resolve();

  async function save(): Promise<void> {
    isWaiting = false;
    const wanted = byId(kept());
    try {
      for (const id of [...stored.keys()].filter((id) => !wanted.has(id))) {
        await database().delete(store, id);
        stored.delete(id);
      }
      for (const [id, one] of wanted) {
        if (stored.get(id) === one) continue;
        await database().put(store, form(one));
        stored.set(id, one);
      }
      settle(null);
    } catch (error) {
      if (isClosed(error)) onLost();
      else settle('full');
    }
  }

  function changed() {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      work = work.then(save);
    }, settling);
  }

  return {
    changed,
    again() {
      work = work.then(() => stored.clear());
      changed();
    },
  };
}

/** Says how storing goes now; what was said of anything else stays. */
function settle(problem: Extract<StorageProblem, 'full'> | null): void {
  const { storageProblem: said } = app.getState();
  const isOver = problem === null && said === 'full';
  if (isOver || (problem !== null && said !== problem)) app.setState({ storageProblem: problem });
}

/** Tests whether the database was closed under the page, before a change of it or in the midst of one. */
function isClosed(error: unknown): boolean {
  return (
    error instanceof DOMException &&
    (error.name === 'InvalidStateError' || error.name === 'AbortError')
  );
}

function byId<Kept extends { readonly id: string }>(kept: readonly Kept[]): Map<string, Kept> {
  return new Map(kept.map((one) => [one.id, one]));
}
