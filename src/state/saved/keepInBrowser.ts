import { app } from '../store/app';
import type { Baseline, KeptRun } from '../store/kept';
import type { StorageProblem } from '../store/problems';
import { isWorthKeeping, maps, restoreMaps, type StabilityMap } from '../studies/maps';
import { type Database, type DatabaseEvents, openDatabase, type Store } from './database';
import { mapForm, readMap } from './maps';
import { freeMark } from './pins';
import { readStored, sizeOf, storedForm } from './runs';
import { type Followed, type Follower, follow, restore, type Storage } from './storeChanges';

/** What all kept runs may take, in bytes; beyond it the oldest saved ones are deleted. */
const capacity = 48e6;

/** What in the database could not be read, and stays there until it is deleted. */
let unreadable: readonly (readonly [store: Store, id: string])[] = [];

/** Milliseconds before each try to open a database that was cleared: at first the browser is still busy clearing it. */
const pauses = [0, 200, 1000, 5000];

/** The database while it is open. */
let current: Database | null = null;

/** Loads the runs and maps that this browser keeps, then keeps what is pinned, saved and made from here on. */
export async function keepAll(): Promise<void> {
  const followers: Follower[] = [];
  const storage: Storage = {
    database: opened,
    onLost: () => void reopen(),
  };

  /** Begins anew in a database that was cleared under the page; one that a newer page has taken over is left to it. */
  async function reopen(): Promise<void> {
    if (current === null) return;
    current.close();
    current = null;
    await attempt(async () => {
      await openIt(pauses);
      setStorageProblem('cleared');
      for (const follower of followers) follower.again();
    });
  }

  async function openIt([pause, ...later]: readonly number[]): Promise<void> {
    if (pause !== undefined) await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      current = await openDatabase(events);
    } catch (error) {
      if (later.length === 0) throw error;
      return openIt(later);
    }
    if (app.getState().storageProblem === 'blocked') setStorageProblem(null);
  }

  const events: DatabaseEvents = {
    onBlocked() {
      setStorageProblem('blocked');
      restoreMaps([]);
    },
    onClosed(reason) {
      if (reason === 'cleared') return void reopen();
      current = null;
      setStorageProblem(reason);
    },
  };

  await attempt(async () => {
    await openIt([]);
    followers.push(await keepRuns(storage), await keepMaps(storage));
    if (unreadable.length > 0) setStorageProblem('corrupt');
  });
}

/** Deletes what could not be read. */
export async function deleteUnreadable(): Promise<void> {
  await attempt(async () => {
    for (const [store, id] of unreadable) await opened().delete(store, id);
    unreadable = [];
    setStorageProblem(null);
  });
}

/** The open database; throws what a closed one throws where it is not. */
function opened(): Database {
  if (current) return current;
  throw new DOMException('The database is closed.', 'InvalidStateError');
}

function setStorageProblem(storageProblem: StorageProblem | null): void {
  app.setState({ storageProblem });
}

/** Works with the database; where that fails, nothing is kept, and the page works without. */
async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    setStorageProblem('unavailable');
    if (!maps.getState().isRestored) restoreMaps([]);
  }
}

async function keepRuns(storage: Storage): Promise<Follower> {
  const kept = await readAll('runs', (stored) => {
    const found = readStored(stored);
    return 'kind' in found ? null : found;
  });
  app.setState(({ baselines, shelf }) => {
    const pinned = [...baselines];
    const saved = [...shelf];
    for (const { run, mark } of kept.toSorted((a, b) => a.run.keptAt - b.run.keptAt)) {
      const free = mark === null ? null : freeMark(pinned);
      if (free === null) saved.unshift(run);
      else pinned.push({ ...run, mark: free });
    }
    return { baselines: pinned, shelf: saved };
  });
  const runs: Followed<KeptRun | Baseline> = {
    store: 'runs',
    kept() {
      dropOldest();
      const { baselines, shelf } = app.getState();
      return [...shelf, ...baselines];
    },
    form: (run) => storedForm(run, 'mark' in run ? run.mark : null),
  };
  const follower = follow(storage, runs, new Set(kept.map(({ run }) => run.id)));
  follower.changed();
  app.subscribe((state, before) => {
    if (state.baselines !== before.baselines || state.shelf !== before.shelf) follower.changed();
  });
  return follower;
}

async function keepMaps(storage: Storage): Promise<Follower> {
  const kept = await readAll('maps', readMap);
  const ordered = kept.toSorted((a, b) => b.begunAt - a.begunAt);
  restoreMaps(ordered);
  const followed: Followed<StabilityMap> = {
    store: 'maps',
    kept() {
      const { map: shown, earlier } = maps.getState();
      return shown && isWorthKeeping(shown) ? [shown, ...earlier] : earlier;
    },
    form: mapForm,
  };
  const follower = follow(storage, followed, new Set(kept.map(({ id }) => id)));
  follower.changed();
  maps.subscribe((state, before) => {
    if (state.map !== before.map || state.earlier !== before.earlier) follower.changed();
  });
  return follower;
}

/** All of a store that can be read; notes what cannot. */
async function readAll<Read>(
  store: Store,
  read: (stored: unknown) => Read | null,
): Promise<readonly Read[]> {
  const found = await restore(opened(), store, read);
  unreadable = [...unreadable, ...found.unreadable.map((id) => [store, id] as const)];
  return found.values;
}

/** Deletes the oldest saved runs until all kept ones fit. */
function dropOldest(): void {
  const { baselines, shelf } = app.getState();
  let size = [...baselines, ...shelf].reduce((sum, run) => sum + sizeOf(run), 0);
  const fitting = [...shelf];
  while (size > capacity && fitting.length > 0) {
    const oldest = fitting.pop();
    if (oldest) size -= sizeOf(oldest);
  }
  if (fitting.length < shelf.length) app.setState({ shelf: fitting });
}
