import { expect, test } from '@playwright/test';
import { open, violations, watch } from './page';

test('a scenario opens, is checked live, and knows when its experiment is another', async ({
  page,
}) => {
  const complaints = watch(page);
  await open(page);
  await page.getByRole('button', { name: 'Learn', exact: true }).click();
  await page.getByRole('button', { name: 'Scenarios', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Open: / })).toHaveCount(18);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Open: Gain too large' }).click();
  const panel = page.locator('.scenario');
  await expect(panel.getByRole('heading', { name: 'Gain too large' })).toBeVisible();
  await expect(panel.getByText(/growth per layer at step 0: ×2 ± 8 % yes/)).toBeVisible();
  await expect(panel.getByText(/not finite by step 3 not yet/)).toBeVisible();
  await panel.getByRole('button', { name: 'Run 4 steps' }).click();
  await expect(panel.getByText(/not finite by step 3 yes/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await expect.poll(() => new URL(page.url()).hash).toContain('scenario=gainTooLarge');
  await page.evaluate(() => chainReaction.set({ gain: 1 }));
  await expect(panel.getByText('The experiment is no longer that of the scenario.')).toBeVisible();
  await expect.poll(() => new URL(page.url()).hash).not.toContain('scenario');
  await panel.getByRole('button', { name: 'Leave the scenario' }).click();
  await expect(panel).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('choosing no scenario leaves the one that is open, and keeps its experiment', async ({
  page,
}) => {
  await open(page, '&scenario=batchNormWithSkips');
  const choice = page.getByRole('combobox', { name: 'Scenario' });
  await expect(choice).toHaveValue('batchNormWithSkips');
  await choice.selectOption('None: settings of your own');
  await expect(choice).toHaveValue('');
  await expect(page.locator('.scenario')).toHaveCount(0);
  expect(await page.evaluate(() => chainReaction.experiment().residual)).toBe('plain');
});

test('a link opens a scenario; one that does not exist is said', async ({ page }) => {
  await open(page, '&scenario=batchNormWithSkips');
  await expect(
    page.getByRole('heading', { name: 'With skips, batch norm does not explode' }),
  ).toBeVisible();
  expect(await page.evaluate(() => chainReaction.experiment().residual)).toBe('plain');
  await page.goto('/#v=1&scenario=nothing');
  await expect(page.getByText('There is nothing called “nothing” (scenario).')).toBeVisible();
});
