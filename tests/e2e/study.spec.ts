import { expect, type Page, test } from '@playwright/test';
import { deep, open, ready, storedIn, train, violations, watch } from './page';

const steps = (page: Page) => page.evaluate(() => chainReaction.history().steps);

/** Tries every safeguard for some steps. */
async function tryAll(page: Page, count: number, seeds: number) {
  await page.getByRole('button', { name: 'Safeguards', exact: true }).click();
  for (const [name, value] of [
    ['Steps', count],
    ['Seeds', seeds],
  ] as const) {
    const box = page.getByRole('textbox', { name });
    await box.fill(String(value));
    await box.press('Enter');
  }
  await page.getByRole('button', { name: 'Try every safeguard' }).click();
}

const rowOf = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) });

const exploding = '&depth=12&width=32&gain=1.6&loss=meanSquaredError&learningRate=0.01';

test('a pinned run stays beside the next one, and is named, loaded and let go', async ({
  page,
}) => {
  const complaints = watch(page);
  await open(page, '&depth=6&width=16&gain=1.3');
  await train(page, 10);
  await page.getByRole('button', { name: 'Pin this run' }).click();
  await page.evaluate(() => chainReaction.set({ gain: 1 }));
  await page.evaluate(() => chainReaction.ready);
  await train(page, 20);
  const pinned = page.locator('.pinned');
  await expect(pinned.getByText('Gain: 1.3 → 1')).toBeVisible();
  await expect(pinned.getByText('10 steps')).toBeVisible();
  await pinned.getByLabel('Name of the pinned run').fill('hot');
  await expect(page.locator('.pin-key').getByText('hot')).toBeVisible();
  await expect(pinned.getByRole('row', { name: /Growth per layer/ })).toBeVisible();
  await page.getByRole('radio', { name: 'hot' }).check({ force: true });
  await expect(
    page.getByRole('application', { name: /Heat map.*to .* at step 10\./ }),
  ).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await pinned.getByRole('button', { name: 'Load the experiment of hot' }).click();
  expect(await page.evaluate(() => chainReaction.experiment().gain)).toBe(1.3);
  await pinned.getByRole('button', { name: 'Unpin hot' }).click();
  await expect(pinned).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('a run that a change replaces is announced, and can still be pinned', async ({ page }) => {
  const complaints = watch(page);
  await open(page, '&depth=4&width=16&gain=1');
  await train(page, 6);
  await page.evaluate(() => chainReaction.set({ width: 24 }));
  await page.evaluate(() => chainReaction.ready);
  const notice = page
    .getByRole('status')
    .filter({ hasText: 'Width changed: a new run from the same seed; the 6 steps before' });
  await expect(notice).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await notice.getByRole('button', { name: 'Pin what was' }).click();
  await expect(page.getByText('the 6 steps before')).toHaveCount(0);
  await expect(page.locator('.pinned').getByText('6 steps')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('every safeguard is tried, sorted, called off, gone on with and loaded', async ({ page }) => {
  test.setTimeout(120_000);
  const complaints = watch(page);
  await open(page, exploding);
  await tryAll(page, 20, 2);
  const row = (name: string) => rowOf(page, name);
  await expect(row('No safeguard')).toContainText('not finite', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible({ timeout: 90_000 });
  await expect(row('Layer norm')).toContainText('the end');
  await expect(row('Clip by global norm')).toContainText('gradient as before');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'ms per step' }).click();
  await expect(page.getByRole('columnheader', { name: 'ms per step' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await page.getByRole('button', { name: 'ms per step' }).click();
  await expect(page.getByRole('columnheader', { name: 'ms per step' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await row('Layer norm').getByRole('button').click();
  await expect(page.locator('.pinned')).toHaveCount(1);
  expect(await page.evaluate(() => chainReaction.experiment().normalization)).toBe('layer');
  expect(complaints).toEqual([]);
});

test('a safeguard is loaded at step 0 beside the original, which is pinned once', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const complaints = watch(page);
  await open(page, '&depth=5&width=8&gain=1.2&loss=meanSquaredError&learningRate=0.001');
  await train(page, 12);
  await tryAll(page, 5, 1);
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible({ timeout: 60_000 });
  await rowOf(page, 'Clip by global norm').getByRole('button').click();
  await page.evaluate(() => chainReaction.ready);
  expect(await page.evaluate(() => chainReaction.experiment().clipByGlobalNorm)).toBe(true);
  expect(await steps(page)).toEqual([0]);
  const pinned = page.locator('.pinned');
  await expect(pinned).toHaveCount(1);
  await expect(pinned.getByText('12 steps')).toBeVisible();
  await expect(pinned.getByText('Clip by global norm: Off → On')).toBeVisible();
  for (const name of ['Layer norm', 'RMS norm', 'Leaky ReLU']) {
    await page.getByRole('button', { name: 'Safeguards', exact: true }).click();
    await rowOf(page, name).getByRole('button').click();
    await page.evaluate(() => chainReaction.ready);
    await expect(pinned).toHaveCount(1);
  }
  expect(complaints).toEqual([]);
});

test(
  'it is said when the original cannot be pinned, and a saved run takes a place',
  deep,
  async ({ page }) => {
    test.setTimeout(120_000);
    await open(page, '&depth=4&width=8&gain=1');
    for (const gain of [1.1, 1.2, 1.3, 1.4]) {
      await page.evaluate((value) => chainReaction.set({ gain: value }), gain);
      await page.evaluate(() => chainReaction.ready);
      await page.getByRole('button', { name: 'Pin this run' }).click();
    }
    await page.evaluate(() => chainReaction.set({ gain: 1 }));
    await tryAll(page, 2, 1);
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible({ timeout: 60_000 });
    await rowOf(page, 'Layer norm').getByRole('button').click();
    await expect(page.getByText(/4 runs are pinned already/)).toBeVisible();
    await page.getByRole('button', { name: 'Unpin D' }).click();
    await page.getByRole('button', { name: 'Pin this run' }).click();
    await page.getByText('Saved runs (1)').click();
    await page.getByLabel('Name of the saved run').fill('hot');
    await page.getByRole('button', { name: 'Pin hot again in the place of A' }).click();
    const names = page.locator('.pinned').getByLabel('Name of the pinned run');
    await expect(names).toHaveCount(4);
    const named = () =>
      names.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
    await expect.poll(named).toContain('hot');
  },
);

test('a pinned run is compared as it ended, with its own changes', async ({ page }) => {
  await open(page, '&depth=4&width=8&gain=1&learningRate=0.01');
  await train(page, 10);
  await page.evaluate(() => chainReaction.set({ clipByGlobalNorm: true }));
  await page.evaluate(() => chainReaction.ready);
  await train(page, 10);
  await page.getByRole('button', { name: 'Pin this run' }).click();
  const pinned = page.locator('.pinned');
  await expect(pinned.getByText('Clip by global norm: Off → On from step 10')).toBeVisible();
  await expect(pinned.getByText('The same experiment.')).toBeVisible();
  await page.evaluate(() => chainReaction.set({ clipByGlobalNorm: false }));
  await page.evaluate(() => chainReaction.ready);
  await pinned.getByRole('button', { name: /Load/ }).click();
  await page.evaluate(() => chainReaction.ready);
  expect(await page.evaluate(() => chainReaction.experiment().clipByGlobalNorm)).toBe(true);
  expect(await steps(page)).toEqual([0]);
});

test('a training that was lost is open, and is tried again', deep, async ({ page }) => {
  test.setTimeout(180_000);
  await open(page, '&depth=12&width=64&gain=1&learningRate=0.0001&loss=meanSquaredError');
  const before = new Set(page.workers());
  await tryAll(page, 100, 1);
  await expect.poll(() => page.workers().filter((one) => !before.has(one)).length).toBe(1);
  const bar = page.locator('.job-progress progress');
  await expect
    .poll(() => bar.evaluate(({ value }: HTMLProgressElement) => value))
    .toBeGreaterThan(0);
  const [worker] = page.workers().filter((one) => !before.has(one));
  await worker?.evaluate(() => {
    setTimeout(() => {
      throw new Error('boom');
    });
  });
  await expect(page.getByText(/the worker stopped:.*boom/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText(/the worker stopped/)).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Go on' })).toHaveCount(0);
});

test(
  'a job is held while the run on screen trains most of the time, and yet goes on',
  deep,
  async ({ page }) => {
    test.setTimeout(120_000);
    await open(page, '&depth=6&width=16&gain=1');
    await tryAll(page, 200, 1);
    const progress = () =>
      page.locator('.job-progress progress').evaluate((bar: HTMLProgressElement) => bar.value);
    await page.evaluate(() => void chainReaction.run());
    await expect(page.getByText(/Makes pauses while the run on screen trains/)).toBeVisible();
    const first = await progress();
    await expect.poll(progress, { timeout: 60_000 }).toBeGreaterThan(first + 1);
    await page.evaluate(() => chainReaction.pause());
    await expect(page.getByText(/Makes pauses/)).toHaveCount(0);
  },
);

test('pinned runs outlive a reload; what cannot be read is said, and deleted at a press', async ({
  page,
}) => {
  const complaints = watch(page);
  await open(page, '&depth=5&width=8&gain=1');
  await train(page, 5);
  await page.getByRole('button', { name: 'Pin this run' }).click();
  await page.getByRole('button', { name: 'Pin this run' }).click();
  await page.getByRole('button', { name: 'Unpin B' }).click();
  const pins = async () => (await storedIn(page, 'runs')).filter(({ mark }) => mark !== null);
  await expect.poll(async () => (await storedIn(page, 'runs')).length).toBe(2);
  await expect.poll(async () => (await pins()).length).toBe(1);
  await page.reload();
  const pinned = page.locator('.pinned');
  await expect(pinned).toHaveCount(1);
  await page.getByText('Saved runs (1)').click();
  await page.getByRole('button', { name: 'Pin B again' }).click();
  await expect(pinned).toHaveCount(2);
  await page.getByRole('button', { name: 'Unpin B' }).click();
  await page.getByText('Saved runs (1)').click();
  await page.getByRole('button', { name: 'Delete B' }).click();
  await expect.poll(async () => (await storedIn(page, 'runs')).length).toBe(1);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('chain-reaction');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('runs', 'readwrite');
          writing.objectStore('runs').put({ id: 'broken', version: 1 });
          writing.oncomplete = () => resolve();
        };
      }),
  );
  await page.reload();
  const unreadable = page.getByText('A saved run or map cannot be read');
  await expect(unreadable).toBeVisible();
  await page.getByRole('button', { name: 'Delete what cannot be read' }).click();
  await expect(unreadable).toHaveCount(0);
  await page.reload();
  await ready(page);
  await expect(unreadable).toHaveCount(0);
  await expect(pinned).toHaveCount(1);
  await expect(page.getByText(/Saved runs/)).toHaveCount(0);
  expect(complaints).toEqual([]);
});
