import { expect, type Page, test } from '@playwright/test';
import { open, ready, violations, watch } from './page';

test('a label’s help opens by keyboard, shows the word and its formula, and Escape closes it', async ({
  page,
}) => {
  const complaints = watch(page);
  await open(page, '&depth=8&width=16');
  const help = page.getByRole('button', { name: 'About Gradient norm ‖∂L/∂θ‖' });
  await help.focus();
  await page.keyboard.press('Enter');
  const popover = page.locator('.word-popover:popover-open');
  await expect(popover.getByRole('heading', { name: /Gradient norm/ })).toBeVisible();
  await expect(popover.locator('math')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(popover).toHaveCount(0);
  await expect(help).toBeFocused();
  expect(complaints).toEqual([]);
});

test('a label’s help stays clear of a scrollbar that takes room', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '&depth=8&width=16');
  await page.evaluate(() => {
    Object.defineProperty(document.documentElement, 'clientWidth', { value: innerWidth - 17 });
  });
  await page.getByRole('button', { name: 'About Training loss' }).click();
  const box = await page.locator('.word-popover:popover-open').boundingBox();
  expect((box?.x ?? Number.NaN) + (box?.width ?? 0)).toBeLessThanOrEqual(390 - 17);
  expect(box?.x).toBeGreaterThanOrEqual(0);
});

test('a setting’s help shows the formula of what is chosen and leads to the glossary', async ({
  page,
}) => {
  const complaints = watch(page);
  await open(page, '&depth=8&width=16&activation=gelu');
  await page.getByRole('button', { name: 'About Activation' }).click();
  await expect(page.locator('.help math')).toBeVisible();
  await page.locator('.help').getByRole('button', { name: 'Glossary' }).click();
  await expect(page.getByRole('heading', { name: 'Glossary' })).toBeVisible();
  await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('Activation function');
  await expect.poll(() => page.url()).toContain('word=activation');
  await page.getByRole('searchbox', { name: 'Search' }).fill('雅可比');
  await expect(page.getByText('1 word', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: /Jacobian/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.goto('about:blank');
  await open(page, '&word=gain&lang=zh-CN');
  await expect(page.getByRole('heading', { name: /^增益/ })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a setting without a help of its own is explained by its word', async ({ page }) => {
  await open(page, '&depth=8&width=16&schedule=step');
  await page.getByRole('button', { name: 'About Decay factor' }).click();
  const help = page.locator('.help');
  await expect(help.getByText('Learning-rate schedule')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await help.getByRole('button', { name: 'Glossary' }).click();
  await expect.poll(() => page.url()).toContain('word=schedule');
});

const shownHint = (page: Page) => page.locator('.hint-texts p:not(.other)');

test('three hints, one after another, and never again until they are asked for', async ({
  page,
}) => {
  const complaints = watch(page);
  await open(page);
  const hint = page.locator('.hint');
  await expect(hint).toHaveCount(1);
  await expect(shownHint(page)).toContainText('Each column is one layer');
  expect(await violations(page)).toEqual([]);
  const { height } = (await hint.boundingBox()) ?? {};
  await hint.getByRole('button', { name: 'Next' }).click();
  await expect(shownHint(page)).toContainText('Press Run');
  expect((await hint.boundingBox())?.height).toBe(height);
  await hint.getByRole('button', { name: 'Next' }).click();
  await expect(shownHint(page)).toContainText('Try a fix');
  await hint.getByRole('button', { name: 'Done' }).click();
  await expect(hint).toHaveCount(0);
  await page.reload();
  await ready(page);
  await expect(hint).toHaveCount(0);
  await page.getByRole('button', { name: 'Help', exact: true }).click();
  await page.getByRole('button', { name: 'Show the hints again' }).click();
  await expect(shownHint(page)).toContainText('Each column is one layer');
  expect(complaints).toEqual([]);
});

test('hints follow what is done: a run passes two of them, a fix the last', async ({ page }) => {
  await page.goto('/');
  await ready(page);
  await expect(shownHint(page)).toContainText('Each column is one layer');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(shownHint(page)).toContainText('Try a fix');
  await page.waitForFunction(() => chainReaction.history().firstNonFinite !== null);
  await page
    .getByRole('button', { name: /^Apply: / })
    .first()
    .click();
  await expect(page.locator('.hint')).toHaveCount(0);
});

test('hints are dismissed at once, and an embedded page has none', async ({ page }) => {
  await open(page, '&embed=1');
  await expect(page.locator('.hint')).toHaveCount(0);
  await page.goto('about:blank');
  await open(page);
  await page.locator('.hint').getByRole('button', { name: 'No hints' }).focus();
  await page.keyboard.press('Escape');
  await expect(page.locator('.hint')).toHaveCount(0);
});
