import { expect, test } from '@playwright/test';
import { open, ready, train, watch } from './page';

test('a part that fails says so, the rest goes on, and the report has it', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => {
      throw new Error('There is no canvas today.');
    };
  });
  await open(page, '&depth=6&width=8&gain=1');
  const broken = page.getByRole('alert').filter({ hasText: 'This part of the page failed.' });
  await expect(broken.first()).toContainText('There is no canvas today.');
  await expect(page.locator('.place-norms .chart-dot').first()).toBeVisible();
  expect((await train(page, 5)).steps.at(-1)).toBe(5);
  await page.keyboard.press('?');
  const about = page.getByRole('textbox', { name: 'About this run' });
  await expect(about).toHaveValue(/failed on the page: There is no canvas today\./);
});

test('the report names versions, backend, precision, seed and link', async ({ page }) => {
  await open(page, '&depth=4&width=8&gain=1');
  await train(page, 3);
  await page.keyboard.press('?');
  const about = page.getByRole('textbox', { name: 'About this run' });
  await expect(about).toHaveValue(/Chain Reaction: \d+\.\d+\.\d+\nTensorFlow\.js: 4\.22\.0\n/);
  for (const line of [
    'backend: wasm',
    'precision: float32',
    'seed: 1',
    'steps: 3',
    'link: http://',
  ]) {
    expect(await about.inputValue()).toContain(line);
  }
  await expect(page.getByRole('link', { name: /^Licenses of the software/ })).toBeVisible();
});

for (const [name, link] of [
  ['the prototype', '&__proto__=polluted&constructor=1&toString=2&depth=5'],
  ['markup', `&dataset=${encodeURIComponent('<img src=x onerror=alert(1)>')}&depth=5`],
  ['numbers beyond all bounds', `&depth=1e999&width=-0&gain=NaN&seed=${'9'.repeat(400)}`],
] as const) {
  test(`a link with ${name} loads what is valid and says what was not`, async ({ page }) => {
    const complaints = watch(page);
    let hasAsked = false;
    page.on('dialog', async (dialog) => {
      hasAsked = true;
      await dialog.dismiss();
    });
    await page.goto(`/#v=1&width=8&backend=wasm${link}`);
    await ready(page);
    await expect(page.locator('.problems')).toBeVisible();
    expect((await train(page, 2)).steps.length).toBeGreaterThan(1);
    expect(await page.evaluate(() => Reflect.get({}, 'polluted'))).toBeUndefined();
    expect(hasAsked).toBe(false);
    expect(complaints).toEqual([]);
  });
}

test('a link of a megabyte is read to its bound, and what is said stays short', async ({
  page,
}) => {
  const complaints = watch(page);
  await open(page, '&depth=5&width=8');
  await page.evaluate(() => {
    location.hash = `v=1&depth=7&width=8&backend=wasm&gain=${'9'.repeat(1_000_000)}`;
  });
  await expect(page.locator('.problems')).toBeVisible();
  expect((await page.locator('.problems').textContent())?.length).toBeLessThan(1000);
  await page.evaluate(() => chainReaction.ready);
  expect((await train(page, 2)).steps.length).toBeGreaterThan(1);
  expect(complaints).toEqual([]);
});
