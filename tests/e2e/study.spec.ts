import { expect, test } from '@playwright/test';
import { open, train, violations, watch } from './page';

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
  await page.getByRole('button', { name: 'Safeguards', exact: true }).click();
  const steps = page.getByRole('textbox', { name: 'Steps' });
  await steps.fill('20');
  await steps.press('Enter');
  const seeds = page.getByRole('textbox', { name: 'Seeds' });
  await seeds.fill('2');
  await seeds.press('Enter');
  await page.getByRole('button', { name: 'Try every safeguard' }).click();
  const row = (name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) });
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
  await row('Layer norm').getByRole('button').click();
  await expect(page.locator('.pinned')).toHaveCount(1);
  expect(await page.evaluate(() => chainReaction.experiment().normalization)).toBe('layer');
  expect(complaints).toEqual([]);
});

test('pinned runs outlive a reload; what cannot be read is deleted with a word', async ({
  page,
}) => {
  const complaints = watch(page);
  await open(page, '&depth=5&width=8&gain=1');
  await train(page, 5);
  await page.getByRole('button', { name: 'Pin this run' }).click();
  await page.getByRole('button', { name: 'Pin this run' }).click();
  await page.getByRole('button', { name: 'Unpin B' }).click();
  await page.waitForTimeout(1000);
  await page.reload();
  const pinned = page.locator('.pinned');
  await expect(pinned).toHaveCount(1);
  await page.getByText('Saved runs (1)').click();
  await page.getByRole('button', { name: 'Pin B again' }).click();
  await expect(pinned).toHaveCount(2);
  await page.getByRole('button', { name: 'Unpin B' }).click();
  await page.getByText('Saved runs (1)').click();
  await page.getByRole('button', { name: 'Delete B' }).click();
  await page.waitForTimeout(1000);
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
  await expect(
    page.getByText('A saved run or map could not be read and was deleted.'),
  ).toBeVisible();
  await expect(pinned).toHaveCount(1);
  await expect(page.getByText(/Saved runs/)).toHaveCount(0);
  expect(complaints).toEqual([]);
});
