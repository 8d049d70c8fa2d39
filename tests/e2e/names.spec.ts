import { expect, type Page, test } from '@playwright/test';
import { open } from './page';

/** Names as long as a run may have, 24 characters, the widest of their kind. */
const names = [
  'W'.repeat(24),
  '梯度爆炸实验对照组甲乙丙丁戊己庚辛壬癸子丑寅卯',
  'a name of several words!',
  'averylongnamewithoutaspa',
  'W'.repeat(24),
];

/** Pins four runs and saves a fifth, and gives each a long name. */
async function pinLongNames(page: Page): Promise<void> {
  for (let run = 0; run < names.length; run++) {
    await page.evaluate(
      async (gain) => {
        chainReaction.set({ gain });
        await chainReaction.ready;
        await chainReaction.run(2);
      },
      1 + run / 10,
    );
    await page.locator('.comparison > button').click();
    if (run === 0) await page.locator('.pinned-header .square').click();
  }
  await page.locator('.kept summary').click();
  const fields = page.locator('.pinned-name');
  await expect(fields).toHaveCount(names.length);
  for (const [index, name] of names.entries()) await fields.nth(index).fill(name);
}

/** What reaches beyond the window, its column or its card; a drawing clips what is in it. */
function beyond(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [document.body, ...document.querySelectorAll('.column, .chart-card, .top-bar')].flatMap(
      (box) => {
        const { right } = box.getBoundingClientRect();
        return [...box.querySelectorAll('*:not(svg *, .unseen, .unseen *)')]
          .filter((one) => one.getBoundingClientRect().right > right + 1)
          .map((one) => `${box.className}: ${one.tagName} ${one.className}`);
      },
    ),
  );
}

for (const lang of ['en', 'zh-CN']) {
  test(`${lang}: the longest names of four pinned runs and a saved one fit at every width`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, `&depth=4&width=8&lang=${lang}`);
    await pinLongNames(page);
    for (const width of [320, 390, 600, 899, 900, 1120, 1440, 1920]) {
      await page.setViewportSize({ width, height: 844 });
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth), {
          message: `${width} px`,
        })
        .toBeLessThanOrEqual(width);
      await expect.poll(() => beyond(page), { message: `${width} px` }).toEqual([]);
    }
  });
}
