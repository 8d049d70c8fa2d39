import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { deep, open, train, violations, watch } from './page';

const small = '&depth=5&width=8&gain=1';

/** Presses what saves a file, and gives back its bytes. */
async function saved(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return readFileSync(await download.path());
}

test('a link can embed the page, leave parts out and lock settings', async ({ page }) => {
  const complaints = watch(page);
  await page.setViewportSize({ width: 1200, height: 700 });
  await open(page, `${small}&embed=1&hide=reading,layers,seed,nonsense&lock=depth,gain`);
  await expect(page.getByRole('complementary', { name: 'What it means' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Every layer, every step' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: /Open/ })).toHaveAttribute('href', /depth=5/);
  await expect(page.getByRole('textbox', { name: 'Depth' })).toBeDisabled();
  await expect(page.getByRole('textbox', { name: 'Width' })).toBeEnabled();
  await expect(page.getByRole('textbox', { name: 'Seed' })).toHaveCount(0);
  await expect(page.getByText(/called “nonsense”/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  for (const width of [320, 480, 900]) {
    await page.setViewportSize({ width, height: 560 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `at ${width} px`).toBeLessThanOrEqual(0);
  }
  expect(complaints).toEqual([]);
});

test('the dialog builds an iframe, and is accessible in every part', async ({ page }) => {
  const complaints = watch(page);
  await open(page, small);
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take it with you' });
  await dialog.getByRole('radio', { name: 'All locked' }).check({ force: true });
  const code = await dialog.getByRole('textbox', { name: 'Code for your page' }).inputValue();
  expect(code).toMatch(/^<iframe src="[^"]*embed=1&amp;hide=settings&amp;lock=all"/);
  expect(await violations(page)).toEqual([]);
  const height = dialog.getByRole('spinbutton', { name: 'Height in pixels' });
  await height.fill('');
  await expect(dialog.getByRole('textbox', { name: 'Code for your page' })).toHaveValue(
    /height="240"/,
  );
  await height.blur();
  await expect(height).toHaveValue('240');
  const link = dialog.getByRole('textbox', { name: 'Link' });
  await dialog.getByRole('radio', { name: 'One by one' }).check({ force: true });
  await dialog.getByRole('combobox', { name: 'Depth' }).selectOption('locked');
  await dialog.getByRole('combobox', { name: 'Gain' }).selectOption('left out');
  await dialog.getByRole('checkbox', { name: 'Settings' }).uncheck();
  await dialog.getByRole('combobox', { name: 'Language' }).selectOption('中文');
  await dialog.getByRole('combobox', { name: 'Theme' }).selectOption('the reader’s');
  await expect(link).toHaveValue(/lang=zh-CN&embed=1&hide=gain&lock=depth$/);
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('radio', { name: 'Code' }).check();
  const script = dialog.getByRole('textbox', { name: 'Script' });
  await expect(script).toHaveValue(/import torch/);
  await dialog.getByRole('radio', { name: 'TensorFlow.js' }).check();
  await expect(script).toHaveValue(/@tensorflow\/tfjs/);
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('what is locked is not changed by loading another experiment either', async ({ page }) => {
  await page.setViewportSize({ width: 1200, height: 700 });
  await open(page, `${small}&embed=1&lock=depth`);
  await page.getByRole('button', { name: 'Pin this run' }).click();
  const load = page.locator('.pinned').getByRole('button', { name: /Load/ });
  await page.evaluate(() => chainReaction.set({ gain: 2 }));
  await expect(load).toBeEnabled();
  await page.evaluate(() => chainReaction.set({ depth: 6 }));
  await expect(load).toBeDisabled();
});

test('an embedded page shows step and loss at every width', deep, async ({ page }) => {
  await open(page, `${small}&embed=1`);
  for (const width of [320, 880, 900, 1000, 1239, 1300]) {
    await page.setViewportSize({ width, height: 600 });
    await expect(page.locator('.counters'), `at ${width} px`).toBeVisible();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);
  }
});

test('a run leaves as CSV and JSON, and the JSON comes back', async ({ page }) => {
  const complaints = watch(page);
  await open(page, small);
  await train(page, 6);
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take it with you' });
  await dialog.getByRole('radio', { name: 'This run' }).check();
  const lines = (await saved(page, 'Save as CSV')).toString().trim().split('\n');
  expect(lines[0]).toMatch(/^step,layer,loss/);
  expect(lines).toHaveLength(1 + 7 * 6);
  const json = await saved(page, 'Save as JSON');
  const chooser = dialog.getByLabel('Read a run (JSON)');
  await chooser.setInputFiles({ name: 'run.json', mimeType: 'application/json', buffer: json });
  await expect(dialog.getByText('run was read and pinned.')).toBeVisible();
  const broken = {
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{\n "a": }'),
  };
  await chooser.setInputFiles(broken);
  await expect(dialog.getByText('This is not JSON: line 2, column 7.')).toBeVisible();
  await chooser.setInputFiles({ ...broken, buffer: Buffer.from('{"__proto__": 1}') });
  await expect(dialog.getByText('This JSON is not a run that was saved here.')).toBeVisible();
  await expect(chooser).toHaveValue('');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('.pinned')).toHaveCount(1);
  await expect(page.locator('.pinned').getByText('The same experiment.')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('every chart saves as a drawing and as pixels', async ({ page }) => {
  const complaints = watch(page);
  await open(page, small);
  await train(page, 6);
  await page.getByRole('button', { name: 'Pin this run' }).click();
  for (const title of ['Gradient norm by layer', 'Every layer, every step', 'Loss', 'Chain rule']) {
    const svg = (await saved(page, `Save “${title}” as SVG`)).toString();
    expect(svg).toContain(title);
    expect(svg).toContain('Step 6');
    expect(svg.replace(/\s*<\/text>.*?<text[^>]*>/gs, '')).toContain('depth=5');
    if (title === 'Gradient norm by layer') expect(svg).toMatch(/<path d="M0 4h24"/);
    if (title === 'Every layer, every step') expect(svg).toMatch(/≥ ×1e9/);
    if (title === 'Chain rule') expect(svg).toMatch(/<polygon/);
    const png = await saved(page, `Save “${title}” as PNG`);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(700);
  }
  expect(complaints).toEqual([]);
});

test('a picture that cannot be made is said', async ({ page }) => {
  const complaints = watch(page);
  await open(page, small);
  await page.evaluate(() => {
    OffscreenCanvas.prototype.convertToBlob = () => Promise.reject(new Error('No memory.'));
  });
  await page.getByRole('button', { name: 'Save “Loss” as PNG' }).click();
  await expect(page.getByText('The picture could not be made.')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a frame offers itself to scripts when it has loaded, without a wait', async ({ page }) => {
  const complaints = watch(page);
  await page.goto('/example.html');
  const { missing, steps } = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = './#v=1&seed=1&backend=wasm&embed=on&depth=3&width=4';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.prepend(frame);
    await loaded;
    const { chainReaction: inside } = frame.contentWindow as unknown as typeof globalThis;
    if (!inside) return { missing: true, steps: [] };
    await inside.run(2);
    return { missing: false, steps: inside.history().steps };
  });
  expect(missing).toBe(false);
  expect(steps).toEqual([0, 1, 2]);
  expect(complaints).toEqual([]);
});

test('the example page drives an embedded page', deep, async ({ page }) => {
  const complaints = watch(page);
  await page.goto('/example.html');
  await page.getByRole('button', { name: /Train three networks/ }).click();
  const rows = page.locator('#results tr');
  await expect(rows).toHaveCount(3, { timeout: 30_000 });
  await expect(rows.nth(2).locator('td').nth(1)).toHaveText(/^1\.[4-7]/);
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
