import { beforeEach, expect, it, vi } from 'vitest';
import type { Database } from '../../src/state/saved/database';
import { follow } from '../../src/state/saved/storeChanges';
import { app } from '../../src/state/store/app';

/** A store whose writes fail as told. */
function fakeDatabase() {
  const stored = new Map<string, unknown>();
  const fake = { stored, failure: null as Error | null };
  const attempt = async (work: () => void) => {
    if (fake.failure) throw fake.failure;
    work();
  };
  const database = {
    put: (_: string, one: { id: string }) => attempt(() => stored.set(one.id, one)),
    delete: (_: string, id: string) => attempt(() => stored.delete(id)),
  } as unknown as Database;
  return { fake, database };
}

beforeEach(() => {
  vi.useFakeTimers();
  app.setState({ storageProblem: null });
});

it('what could not be stored is stored at the next change, and the page no longer says that it is not', async () => {
  const { fake, database } = fakeDatabase();
  let kept: { id: string }[] = [{ id: 'one' }];
  const { changed } = follow(
    { database: () => database, onLost: () => {} },
    { store: 'runs', kept: () => kept, form: (one) => one },
    new Set(),
  );
  fake.failure = new Error('quota');
  changed();
  await vi.runAllTimersAsync();
  expect(app.getState().storageProblem).toBe('full');
  fake.failure = null;
  kept = [...kept, { id: 'two' }];
  changed();
  await vi.runAllTimersAsync();
  expect([...fake.stored.keys()]).toEqual(['one', 'two']);
  expect(app.getState().storageProblem).toBeNull();
});

it('a database that was closed is not called full; everything is stored again once another is open', async () => {
  const first = fakeDatabase();
  const second = fakeDatabase();
  let open = first;
  let kept: { id: string }[] = [{ id: 'one' }, { id: 'two' }];
  const { changed, again } = follow(
    {
      database: () => open.database,
      onLost() {
        open = second;
        again();
      },
    },
    { store: 'runs', kept: () => kept, form: (one) => one },
    new Set(['one']),
  );
  changed();
  await vi.runAllTimersAsync();
  expect([...first.fake.stored.keys()]).toEqual(['two']);
  first.fake.failure = new DOMException('closed', 'InvalidStateError');
  kept = [...kept, { id: 'three' }];
  changed();
  await vi.runAllTimersAsync();
  expect([...second.fake.stored.keys()]).toEqual(['one', 'two', 'three']);
  expect(app.getState().storageProblem).toBeNull();
});
