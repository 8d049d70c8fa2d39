import { expect, test } from '@playwright/test';
import { deepUnless, open, violations, watch } from './page';

test.setTimeout(180_000);

test('a lesson is walked: predict, run, reveal, wander off, come back, reload', async ({
  page,
}) => {
  const complaints = watch(page);
  await open(page);
  await page.getByRole('button', { name: 'Learn', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Start: / })).toHaveCount(8);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Start: The chain rule is a product' }).click();
  const panel = page.locator('.lesson');
  await expect(panel.getByText(/growth per layer at step 0: ×1 ± 12 % yes/)).toBeVisible();
  await expect.poll(() => new URL(page.url()).hash).toContain('lesson=chainRule.1');
  await expect(page.locator('[data-look="mechanism"] [data-place="mechanism"]')).toBeVisible();

  await panel.getByRole('button', { name: 'Next' }).click();
  await expect(panel.getByRole('heading', { name: 'Weights twice as large' })).toBeVisible();
  await expect(panel.locator('.checks')).toHaveCount(0);
  expect(await page.evaluate(() => chainReaction.experiment().gain)).toBe(1);
  await panel.getByLabel('about ×4').check();
  await panel.getByRole('button', { name: 'Run it' }).click();
  await expect(
    panel.getByText('You predicted “about ×4”. It came otherwise: about ×2'),
  ).toBeVisible();
  await expect(panel.getByText(/×2 ± 12 % yes/)).toBeVisible();
  expect(await page.evaluate(() => chainReaction.experiment().gain)).toBe(2);
  expect(await violations(page)).toEqual([]);

  await page.evaluate(() => chainReaction.set({ gain: 3 }));
  await expect(panel.getByText(/The experiment on screen is another now/)).toBeVisible();
  await expect.poll(() => new URL(page.url()).hash).toContain('gain=3');
  await page.reload();
  await expect(panel.getByText(/The experiment on screen is another now/)).toBeVisible();
  await expect(panel.getByLabel('about ×4')).toBeChecked();
  await expect(panel.getByRole('button', { name: /^Step 2, done/ })).toHaveAttribute(
    'aria-current',
    'step',
  );
  await panel.getByRole('button', { name: 'Set it back' }).click();
  await expect.poll(() => page.evaluate(() => chainReaction.experiment().gain)).toBe(1);
  await panel.getByRole('button', { name: 'Leave the lesson' }).click();
  await expect(panel).toHaveCount(0);

  await page.getByRole('button', { name: 'Learn', exact: true }).click();
  await expect(page.getByText('2 of 4 steps')).toBeVisible();
  await page.getByRole('button', { name: 'Forget my progress' }).click();
  await expect(page.getByText('0 of 4 steps').first()).toBeVisible();
  await expect(page.getByText('2 of 4 steps')).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('a step that trains runs as far as its checks look, in a run of its own', async ({ page }) => {
  await open(page, '&lesson=depth.3');
  const panel = page.locator('.lesson');
  await expect(panel.getByRole('heading', { name: 'Train it' })).toBeVisible();
  await panel.getByLabel('it overflows within three steps').check();
  await panel.getByRole('button', { name: 'Run it' }).click();
  await expect(panel.getByText(/It came as you predicted/)).toBeVisible();
  await page.evaluate(() => chainReaction.set({ learningRate: 0.1 }));
  await panel.getByRole('button', { name: 'Set it back' }).click();
  await page.waitForFunction(() => chainReaction.history().steps.at(-1) === 0);
  await expect(panel.getByText(/It came as you predicted/)).toHaveCount(0);
});

test('where the reader is to find the settings, any that meet the checks will do', async ({
  page,
}) => {
  await open(page, '&lesson=depth.5');
  const panel = page.locator('.lesson');
  await expect(panel.getByText(/no: 1\.\d+/)).toBeVisible();
  await page.evaluate(() => chainReaction.set({ normalization: 'layer' }));
  await expect(panel.getByText(/forty layers are no more dangerous/)).toBeVisible();
  await panel.getByRole('button', { name: 'Set it back' }).click();
  await panel.getByRole('button', { name: 'Show one way' }).click();
  await expect.poll(() => page.evaluate(() => chainReaction.experiment().gain)).toBe(1);
});

test('a step that does not exist is said, and nothing is lost', async ({ page }) => {
  const broken = JSON.stringify({ 'depth.1': { isDone: 7, choice: 'x' }, nothing: [] });
  await page.addInitScript((text) => localStorage.setItem('chain-reaction.lessons', text), broken);
  await page.goto('/#v=1&depth=7&lesson=depth.9');
  await expect(page.getByText('There is nothing called “depth.9” (lesson).')).toBeVisible();
  expect(await page.evaluate(() => chainReaction.experiment().depth)).toBe(7);
  await page.goto('/#v=1&claim=nothing');
  await expect(page.getByText('There is nothing called “nothing” (claim).')).toBeVisible();
});

test('a claim is tested live, and each verdict rests on what was measured', async ({ page }) => {
  const complaints = watch(page);
  await open(page, '&claim=leakyRelu');
  const claims = page.locator('.claims');
  await expect(claims.locator('> li')).toHaveCount(15);
  await expect(claims.getByText(/explodes a little faster/)).toBeVisible();
  await expect(claims.getByText('not yet')).toHaveCount(3);
  await claims.getByRole('button', { name: 'Test it: 2 short trainings' }).click();
  await expect(claims.getByText('2 of 2 trainings')).toBeVisible({ timeout: 60_000 });
  await expect(claims.locator('.checks .yes')).toHaveCount(3);
  await expect(claims.getByText('lost at step 1')).toHaveCount(2);
  expect(await violations(page)).toEqual([]);
  await expect.poll(() => new URL(page.url()).hash).toContain('claim=leakyRelu');
  await claims.getByRole('button', { name: 'Leaky ReLU 0.2' }).click();
  expect(await page.evaluate(() => chainReaction.experiment().activation)).toBe('leakyRelu');
  expect(complaints).toEqual([]);
});

for (const width of [360, 1440]) {
  for (const lang of ['en', 'zh-CN']) {
    const isQuick = width === 360 && lang === 'zh-CN';
    test(
      `lessons and claims at ${width} px in ${lang}: nothing overflows, and they are accessible`,
      deepUnless(isQuick),
      async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ reducedMotion: 'reduce' });
        for (const link of ['&lesson=chainRule.2', '&lesson=diagnosis.3', '&claim=clipping']) {
          await open(page, `${link}&lang=${lang}`);
          await expect(page.locator('.lesson, .claims').first()).toBeVisible();
          const across = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(across).toBeLessThanOrEqual(width);
          expect(await violations(page)).toEqual([]);
          await page.goto('about:blank');
        }
      },
    );
  }
}
