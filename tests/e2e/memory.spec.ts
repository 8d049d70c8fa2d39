import { type CDPSession, expect, test } from '@playwright/test';
import { open, train } from './page';

/** Megabytes that arrays hold, once everything has been collected that can be. */
async function held(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const usage = await session.send('Runtime.getHeapUsage');
  return usage.backingStorageSize / 1e6;
}

test('the records of runs that are gone are collected, whatever the charts hold', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await open(page, '&depth=100&width=2&batchSize=2&gain=1&learningRate=1e-7');
  const session = await page.context().newCDPSession(page);
  const empty = await held(session);
  for (const seed of [2, 3]) {
    await train(page, 400);
    const full = await held(session);
    expect(full - empty).toBeGreaterThan(4);
    await page.evaluate(async (next) => {
      chainReaction.set({ seed: next });
      await chainReaction.ready;
      await chainReaction.run(1);
    }, seed);
    await expect.poll(() => held(session)).toBeLessThan(empty + (full - empty) / 4);
  }
});
