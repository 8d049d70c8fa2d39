import { expect, test } from '@playwright/test';
import { open, ready, watch } from './page';

test('opens on an exploding network, at step 0 and paused', async ({ page }) => {
  const complaints = watch(page);
  await page.goto('/');
  await ready(page);
  const { steps, layers } = await page.evaluate(() => chainReaction.history());
  expect(steps).toEqual([0]);
  expect(layers.gradH[1]?.[0] ?? 0).toBeGreaterThan(10 * (layers.gradH.at(-1)?.[0] ?? 0));
  await expect(page).toHaveURL(/dataset=moons/);
  await expect(page.getByRole('img', { name: 'Decision regions' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('editing writes the address, and the address edits', async ({ page }) => {
  await open(page, '&depth=6&width=8');
  await page.getByRole('slider', { name: 'Depth' }).fill('9');
  await expect(page).toHaveURL(/depth=9/);
  await page.evaluate(() => {
    location.hash = '#v=1&seed=3&depth=4&width=8&backend=wasm';
  });
  await expect(page.getByRole('textbox', { name: 'Depth' })).toHaveValue('4');
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Depth' })).toHaveValue('9');
});

test('a bad link loads what is legal and says what was not', async ({ page }) => {
  const complaints = watch(page);
  await open(page, '&depth=5000&width=8&gain=lots&frobnicate=1');
  await expect(page.getByRole('textbox', { name: 'Depth' })).toHaveValue('100');
  const notice = page.getByRole('status').filter({ hasText: 'frobnicate' });
  await expect(notice).toContainText('5000');
  await expect(notice).toContainText('lots');
  expect(complaints).toEqual([]);
});

test('an experiment over the budget is refused before anything runs', async ({ page }) => {
  await open(page, '&depth=100&width=256&batchSize=1024&samples=2000');
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();
  expect(await page.evaluate(() => chainReaction.history().steps.length)).toBe(0);
});

test('sharing copies the address', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '&depth=7&width=8');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/#v=1&.*depth=7/);
});

test('a script can set, run, pause and reset, and hears what was refused', async ({ page }) => {
  await open(page, '&depth=5&width=8&gain=1');
  const outcome = await page.evaluate(async () => {
    const refused = chainReaction.set({ depth: 4, gain: 99, nonsense: 1 });
    await chainReaction.run(3);
    const trained = chainReaction.history().steps;
    const endless = chainReaction.run();
    await chainReaction.pause();
    await endless;
    await chainReaction.reset();
    const { steps } = chainReaction.history();
    return { refused, trained, reset: steps, depth: chainReaction.experiment().depth };
  });
  expect(outcome.refused.map(({ key, problem }) => [key, problem.kind])).toEqual([
    ['nonsense', 'unknownKey'],
    ['gain', 'clamped'],
  ]);
  expect(outcome.trained).toEqual([0, 1, 2, 3]);
  expect(outcome.reset).toEqual([0]);
  expect(outcome.depth).toBe(4);
});

test('a live change goes into the run; a structural one starts over', async ({ page }) => {
  await open(page, '&depth=5&width=8&gain=1');
  const steps = await page.evaluate(async () => {
    await chainReaction.run(5);
    chainReaction.set({ learningRate: 0.03 });
    await chainReaction.ready;
    const live = chainReaction.history().steps.at(-1);
    chainReaction.set({ width: 9 });
    await chainReaction.ready;
    return [live, chainReaction.history().steps.at(-1)];
  });
  expect(steps).toEqual([5, 0]);
});
