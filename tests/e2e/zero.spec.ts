import { expect, type Page, test } from '@playwright/test';
import { open, train } from './page';

/** Every place of the page that writes NaN or ∞, with the words around it. */
const broken = (page: Page) =>
  page.evaluate(() => {
    const labels = [...document.querySelectorAll('[aria-label], [title]')].flatMap((element) => [
      element.getAttribute('aria-label') ?? '',
      element.getAttribute('title') ?? '',
    ]);
    const shown = document.body.cloneNode(true) as HTMLElement;
    // A choice names scenarios, some of which are about NaN.
    for (const choice of shown.querySelectorAll('select')) choice.remove();
    const lines = [...(shown.textContent ?? '').matchAll(/.{0,40}(?:NaN|∞).{0,20}/g)];
    return [...lines.map(([line]) => line), ...labels.filter((label) => /NaN|∞/.test(label))];
  });

for (const [name, link] of [
  ['weights of 0', '&depth=6&width=8&initializer=zeros'],
  ['weights of 0 beside skips', '&depth=6&width=8&initializer=zeros&residual=plain'],
  [
    'dead layers, one sample at a time',
    '&depth=8&width=2&batchSize=1&gain=0.5&activation=relu&initializer=constant&initConstant=-0.3',
  ],
] as const) {
  test(`${name}: where the gradient is 0 and all is finite, nothing is called NaN or ∞`, async ({
    page,
  }) => {
    await open(page, link);
    const { firstNonFinite, layers } = await train(page, 3);
    expect(firstNonFinite).toBeNull();
    expect(layers.gradH[1]?.at(0)).toBe(0);
    await page.getByRole('button', { name: 'Pin this run' }).click();
    await page.evaluate(() => chainReaction.set({ l2: true, loss: 'meanSquaredError' }));
    await page.evaluate(() => chainReaction.ready);
    await train(page, 3);
    for (const summary of await page.locator('summary', { hasText: 'Data table' }).all()) {
      await summary.click();
      expect(await broken(page)).toEqual([]);
      await summary.click();
    }
    await page.getByRole('button', { name: 'Walk back' }).click();
    for (const chart of ['Gradient norm by layer', 'Chain rule']) {
      const plot = page.locator(`.recharts-wrapper:has([aria-label^="${chart}"])`);
      await plot.hover({ position: { x: 200, y: 60 } });
      await expect(plot.locator('.chart-readout')).toBeVisible();
      expect(await broken(page)).toEqual([]);
    }
    await page.locator('.place-norms .press-area').dispatchEvent('click', { clientX: 600 });
    await expect(page.locator('.inspector')).toContainText('Layer');
    expect(await broken(page)).toEqual([]);
  });
}
