import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';
import { deepUnless, open, settled, train } from './page';

/** The same letters on every machine; the page's policy would refuse a font that is not its own. */
test.use({ bypassCSP: true, reducedMotion: 'reduce' } as object);

const { resolve } = createRequire(import.meta.url);
const faces = [400, 600, 700].map((weight) => {
  const file = resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`);
  const data = readFileSync(file).toString('base64');
  return `@font-face { font-family: Letters; font-weight: ${weight}; src: url(data:font/woff2;base64,${data}); }`;
});
const style = `${faces.join('\n')} * { font-family: Letters !important; caret-color: transparent; }`;

const go = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** What the main views look like, each after what leads there. */
const views: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'step-0': async () => undefined,
  trained: (page) => train(page, 40),
  exploded: async (page) => {
    await page.evaluate(() =>
      chainReaction.set({ gain: 2, loss: 'meanSquaredError', learningRate: 0.01 }),
    );
    await page.evaluate(() => chainReaction.ready);
    await train(page, 10);
  },
  safeguards: (page) => go(page, 'Safeguards'),
  map: async (page) => {
    await go(page, 'Map');
    await expect(page.getByRole('button', { name: 'Make it again' })).toBeVisible({
      timeout: 50_000,
    });
  },
  learn: (page) => go(page, 'Learn'),
};

for (const [width, height, theme] of [
  [1440, 900, 'light'],
  [390, 844, 'dark'],
] as const) {
  for (const [name, visit] of Object.entries(views)) {
    const isQuick = name === 'step-0' || name === 'exploded';
    test(
      `${name}, ${width} px, ${theme}: looks as it did`,
      deepUnless(isQuick),
      async ({ page }) => {
        await page.setViewportSize({ width, height });
        await open(page, `&depth=12&width=24&gain=1&lang=en&theme=${theme}`);
        await page.addStyleTag({ content: style });
        await page.evaluate(() => document.fonts.ready);
        await visit(page);
        await settled(page);
        await expect(page).toHaveScreenshot(`${name}-${width}.png`, {
          // Signs that the letters lack come from the machine: with other fonts up to 3 % differ.
          maxDiffPixelRatio: 0.035,
          threshold: 0.25,
        });
      },
    );
  }
}
