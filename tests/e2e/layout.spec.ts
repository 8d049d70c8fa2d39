import { expect, test } from '@playwright/test';
import { deepUnless, open, violations, watch } from './page';

const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

for (const viewport of sizes) {
  for (const [lang, theme] of [
    ['en', 'light'],
    ['zh-CN', 'dark'],
  ] as const) {
    const isQuick = viewport.width === 390 && lang === 'zh-CN';
    test(
      `${viewport.width} px, ${lang}, ${theme}: nothing overflows, and it is accessible`,
      deepUnless(isQuick),
      async ({ page }) => {
        const complaints = watch(page);
        await page.setViewportSize(viewport);
        await open(page, `&gain=1&depth=12&lang=${lang}&theme=${theme}`);
        await page.evaluate(() => chainReaction.run(12));
        await expect(page.locator('.chart-dot').first()).toBeVisible();
        const { scrollWidth, scrollHeight } = await page.evaluate(() => {
          const { scrollWidth: across, scrollHeight: down } = document.documentElement;
          return { scrollWidth: across, scrollHeight: down };
        });
        expect(scrollWidth).toBeLessThanOrEqual(viewport.width);
        if (viewport.width === 1440) expect(scrollHeight).toBeLessThanOrEqual(viewport.height);
        await expect(page.locator('html')).toHaveAttribute('lang', lang);
        expect(await violations(page)).toEqual([]);
        expect(complaints).toEqual([]);
      },
    );
  }
}

test('on a narrow screen the verdict leads to the reading, and the focus goes along', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '&gain=1&depth=4&width=8');
  await page.locator('button.verdict-line').focus();
  await page.keyboard.press('Enter');
  const reading = page.getByRole('complementary', { name: 'What it means' });
  await expect(reading).toBeFocused();
  await expect(reading).toBeInViewport();
});

test('the whole transport works by keyboard', async ({ page }) => {
  await open(page, '&gain=1&depth=4&width=8');
  await page.getByRole('button', { name: 'Step', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => chainReaction.history().steps.at(-1) === 1);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => chainReaction.history().steps.at(-1) === 2);
  await page.getByRole('button', { name: 'Run', exact: true }).focus();
  await page.keyboard.press('Space');
  await page.waitForFunction(() => (chainReaction.history().steps.at(-1) ?? 0) > 3);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
});
