import { afterAll, expect, it, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { defaultExperiment } from '../../src/experiment/schema';
import { createHistory } from '../../src/history/history';
import { emptyRecord, recordShape, stepColumn } from '../../src/history/record';
import { deleteUnreadable, keepAll } from '../../src/state/saved/keepInBrowser';
import { keep } from '../../src/state/saved/pins';
import { app } from '../../src/state/store/app';

const name = 'chain-reaction';

/** Opens the database as another page would, which does not close it when asked to. */
function hold(version?: number, upgrade?: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version);
    opening.onupgradeneeded = () => upgrade?.(opening.result);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

/** The ids of the runs in the database. */
async function stored(): Promise<readonly IDBValidKey[]> {
  const database = await hold();
  const asked = database.transaction('runs').objectStore('runs').getAllKeys();
  await new Promise((resolve) => {
    asked.onsuccess = resolve;
  });
  database.close();
  return asked.result;
}

function pin(id: string): void {
  const shape = recordShape(defaultExperiment.depth);
  const history = createHistory(shape);
  const row = emptyRecord(shape);
  row[stepColumn(shape, 'step')] = 0;
  history.append(row);
  const rest = { name: id, keptAt: 1, experiment: defaultExperiment, nonFinite: null, events: [] };
  keep({ id, history, ...rest });
}

const problem = () => app.getState().storageProblem;

afterAll(() => {
  indexedDB.deleteDatabase(name);
});

it('an older page that holds the database is named, and what was pinned meanwhile is kept after it', async () => {
  const old = await hold(1, (database) => {
    database.createObjectStore('runs', { keyPath: 'id' }).put({ id: 'strange', version: 9 });
  });
  const keeping = keepAll();
  await expect.poll(problem).toBe('blocked');
  pin('one');
  old.close();
  await keeping;
  await expect.poll(stored).toEqual(['one', 'strange']);
});

it('what cannot be read is told, and stays until the person deletes it', async () => {
  expect(problem()).toBe('corrupt');
  expect(app.getState().baselines.map(({ id }) => id)).toEqual(['one']);
  await deleteUnreadable();
  expect(problem()).toBeNull();
  expect(await stored()).toEqual(['one']);
});

it('a database that is deleted under the page is told as cleared, and what the page holds is stored again', async () => {
  indexedDB.deleteDatabase(name);
  await expect.poll(problem).toBe('cleared');
  pin('two');
  await expect.poll(stored).toEqual(['one', 'two']);
  expect(problem()).toBe('cleared');
});

it('so is one whose site data a person clears', async () => {
  app.setState({ storageProblem: null });
  const { origin } = globalThis.location;
  await cdp().send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await expect.poll(problem).toBe('cleared');
  pin('three');
  await expect.poll(stored).toEqual(['one', 'three', 'two']);
});

it('a newer page that takes the database over is told as such, and left alone', async () => {
  const newer = await hold(3);
  expect(problem()).toBe('superseded');
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  pin('four');
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  expect(problem()).toBe('superseded');
  newer.close();
});
