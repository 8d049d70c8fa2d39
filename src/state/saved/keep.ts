import type { IDBPDatabase } from 'idb';
import { type App, app } from '../app';
import { type Baseline, freeMark, type KeptRun } from '../baselines';
import { openDatabase, type Stores } from './database';
import { readStored, sizeOf, storedForm } from './runs';

/** What all kept runs may take, in bytes; beyond it the oldest saved ones are deleted. */
const capacity = 48e6;

/** Milliseconds after which a change is stored: a name is typed letter by letter. */
const settling = 300;

/** Loads the runs that this browser keeps, then keeps what is pinned and saved from here on. */
export async function keepRuns(): Promise<void> {
  try {
    const database = await openDatabase();
    await restore(database);
    follow(database);
  } catch {
    app.setState({ storageProblem: 'unavailable' });
  }
}

async function restore(database: IDBPDatabase<Stores>): Promise<void> {
  const stored = await database.getAll('runs');
  const read = stored.map((one) => ({ id: one.id, found: readStored(one) }));
  const kept = read.flatMap(({ found }) => (found ? [found] : []));
  const corrupt = read.filter(({ found }) => !found);
  for (const { id } of corrupt) await database.delete('runs', id);
  app.setState(({ baselines, shelf, storageProblem }) => {
    const pinned = [...baselines];
    const saved = [...shelf];
    for (const { run, mark } of kept.sort((a, b) => a.run.keptAt - b.run.keptAt)) {
      const free = mark === null ? null : freeMark(pinned);
      if (free === null) saved.unshift(run);
      else pinned.push({ ...run, mark: free });
    }
    return {
      baselines: pinned,
      shelf: saved,
      storageProblem: corrupt.length > 0 ? 'corrupt' : storageProblem,
    };
  });
}

type Kept = ReadonlyMap<string, KeptRun | Baseline>;

function keptIn({ baselines, shelf }: App): Kept {
  return new Map([...shelf, ...baselines].map((run) => [run.id, run]));
}

function follow(database: IDBPDatabase<Stores>): void {
  let stored: Kept = keptIn(app.getState());
  let isWaiting = false;
  let work = Promise.resolve();

  async function store(): Promise<void> {
    isWaiting = false;
    dropOldest();
    const wanted = keptIn(app.getState());
    const before = stored;
    stored = wanted;
    const gone = [...before.keys()].filter((id) => !wanted.has(id));
    const changed = [...wanted.values()].filter((run) => before.get(run.id) !== run);
    try {
      for (const id of gone) await database.delete('runs', id);
      for (const run of changed) {
        await database.put('runs', storedForm(run, 'mark' in run ? run.mark : null));
      }
    } catch {
      app.setState({ storageProblem: 'full' });
    }
  }

  app.subscribe((state, before) => {
    if (state.baselines === before.baselines && state.shelf === before.shelf) return;
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      work = work.then(store);
    }, settling);
  });
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
