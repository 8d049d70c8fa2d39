import { beforeEach, expect, it, vi } from 'vitest';
import { app } from '../../src/state/app';
import type { Database } from '../../src/state/saved/database';
import { follow } from '../../src/state/saved/follow';

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
  const changed = follow(
    database,
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

it('a database that a newer page has taken over is not called full', async () => {
  const { fake, database } = fakeDatabase();
  const changed = follow(
    database,
    { store: 'runs', kept: () => [{ id: 'one' }], form: (one) => one },
    new Set(),
  );
  fake.failure = new DOMException('closed', 'InvalidStateError');
  changed();
  await vi.runAllTimersAsync();
  expect(app.getState().storageProblem).toBe('superseded');
});
