import { app } from '../app';
import { type Baseline, freeMark, type KeptRun } from '../baselines';
import { isWorthKeeping, maps, restoreMaps, type StabilityMap } from '../maps';
import { type Database, openDatabase } from './database';
import { type Followed, follow, restore } from './follow';
import { mapForm, readMap } from './maps';
import { readStored, sizeOf, storedForm } from './runs';

/** What all kept runs may take, in bytes; beyond it the oldest saved ones are deleted. */
const capacity = 48e6;

/** Loads the runs and maps that this browser keeps, then keeps what is pinned, saved and made from here on. */
export async function keepAll(): Promise<void> {
  try {
    const database = await openDatabase();
    await keepRuns(database);
    await keepMaps(database);
  } catch {
    app.setState({ storageProblem: 'unavailable' });
    if (!maps.getState().isRestored) restoreMaps([]);
  }
}

async function keepRuns(database: Database): Promise<void> {
  const kept = await restore(database, 'runs', (stored) => {
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
  const note = follow(database, runs, new Set(kept.map(({ run }) => run.id)));
  note();
  app.subscribe((state, before) => {
    if (state.baselines !== before.baselines || state.shelf !== before.shelf) note();
  });
}

async function keepMaps(database: Database): Promise<void> {
  const kept = await restore(database, 'maps', readMap);
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
  const note = follow(database, followed, new Set(kept.map(({ id }) => id)));
  note();
  maps.subscribe((state, before) => {
    if (state.map !== before.map || state.earlier !== before.earlier) note();
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
