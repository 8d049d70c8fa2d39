import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { deep, deepUnless, open, settled, storedIn, violations, watch } from './page';

const network = '&dataset=teacher&width=12&activation=relu&initializer=heNormal&learningRate=0.05';
const growth = '&map=depth_4_12_5_linear*gain_0.5_2_5_log*growth';
const long = '&map=gain_0.5_1_8_log*learningRate_0.001_0.01_8_log*loss_100';

const progress = (page: Page) =>
  page.locator('.job-progress progress').evaluate((bar: HTMLProgressElement) => bar.value);

async function filled(page: Page, count: number) {
  await expect(page.getByText(`${count} of ${count} cells`)).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole('button', { name: 'Make it again' })).toBeVisible();
}

test('a small map of growth starts with its link, fills, reads out and loads a cell', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const complaints = watch(page);
  await open(page, network + growth);
  await filled(page, 25);
  await expect(page.locator('.map-summary')).toContainText('Of 25 cells');
  const cells = page.locator('.map-cells');
  await cells.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  const said = page.locator('.heat-map-readout');
  await expect(said).toContainText('Depth6');
  await expect(said).toContainText('Gain0.707');
  await expect(said).toContainText(/Theory: growth×0\.71/);
  expect(await violations(page)).toEqual([]);
  await page.getByText('Data table').click();
  await expect(page.getByRole('table', { name: 'Map of stability' }).getByRole('row')).toHaveCount(
    6,
  );
  await cells.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.evaluate(() => chainReaction.ready);
  expect(await page.evaluate(() => chainReaction.history().steps)).toEqual([0]);
  await expect(page.getByRole('textbox', { name: 'Depth', exact: true })).toHaveValue('4');
  await expect(page.getByRole('textbox', { name: 'Gain', exact: true })).toHaveValue('0.707107');
  await expect(page.locator('.view-switch [aria-current]')).toHaveText('Training');
  expect(complaints).toEqual([]);
});

test('a click loads the cell under the pointer, as it was measured', async ({ page }) => {
  test.setTimeout(180_000);
  await open(page, network + growth);
  await filled(page, 25);
  const cells = page.locator('.map-cells');
  const { width = 0, height = 0 } = (await cells.boundingBox()) ?? {};
  await cells.hover({ position: { x: width * 0.9, y: height * 0.1 } });
  const said = (await page.locator('.heat-map-readout').textContent()) ?? '';
  const measured = Number(/Growth per layer×([\d.]+)/.exec(said)?.[1]);
  await cells.click({ position: { x: width * 0.9, y: height * 0.1 } });
  await page.evaluate(() => chainReaction.ready);
  const { depth, gain } = await page.evaluate(() => chainReaction.experiment());
  expect([depth, gain]).toEqual([12, 2]);
  const norms = await page.evaluate(() =>
    chainReaction.history().layers.gradH.map((steps) => steps[0] ?? 0),
  );
  const own = ((norms[1] ?? 0) / (norms[11] ?? 1)) ** (1 / 10);
  expect(own).toBeCloseTo(measured, 2);
});

test('a map is called off and goes on, and what is known stays', deep, async ({ page }) => {
  test.setTimeout(240_000);
  const complaints = watch(page);
  await open(page, network + long);
  await expect(page.getByText('64 cells, each trained for 100 steps.')).toBeVisible();
  expect(await page.locator('.job-progress').count()).toBe(0);
  await page.getByRole('button', { name: 'Make the map' }).click();
  await expect.poll(() => progress(page), { timeout: 60_000 }).toBeGreaterThan(3);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible();
  const known = await progress(page);
  expect(known).toBeLessThan(64);
  await settled(page);
  expect(await progress(page)).toBe(known);
  await page.getByRole('button', { name: 'Go on' }).click();
  await filled(page, 64);
  await expect(page.locator('.map-summary')).toContainText('The lowest loss of 64 cells');
  expect(complaints).toEqual([]);
});

test('maps outlive a reload, half made ones too, and are shown again or deleted', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const complaints = watch(page);
  await open(page, network + growth);
  await filled(page, 25);
  await page.getByRole('textbox', { name: 'Cells' }).first().fill('3');
  await page.getByRole('textbox', { name: 'Cells' }).first().press('Enter');
  await page.getByRole('button', { name: 'Make it again' }).click();
  await filled(page, 15);
  const waiting = async () => (await storedIn(page, 'maps')).map((map) => map.waiting);
  await expect.poll(waiting).toEqual([0, 0]);
  await page.goto('about:blank');
  await open(page, network);
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  await filled(page, 15);
  await page.getByText('Earlier maps (1)').click();
  await page.getByRole('button', { name: /^Show / }).click();
  await filled(page, 25);
  await page.getByRole('button', { name: /^Delete / }).click();
  await expect(page.getByText(/Earlier maps/)).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a map comes back when the page is reloaded on its address', deep, async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, network + long);
  await page.getByRole('button', { name: 'Make the map' }).click();
  await expect.poll(() => progress(page), { timeout: 60_000 }).toBeGreaterThan(3);
  await page.getByRole('button', { name: 'Cancel' }).click();
  const known = await progress(page);
  await expect(page).toHaveURL(/map=/);
  await expect.poll(async () => (await storedIn(page, 'maps')).length).toBe(1);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible();
  expect(await progress(page)).toBe(known);
});

test('a map waits while the page is hidden, unless it may go on', deep, async ({ page }) => {
  test.setTimeout(240_000);
  await open(page, network + long);
  await page.getByRole('button', { name: 'Make the map' }).click();
  await expect.poll(() => progress(page), { timeout: 60_000 }).toBeGreaterThan(1);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  let held = -1;
  await expect
    .poll(
      async () => {
        const before = held;
        held = await progress(page);
        return held === before;
      },
      { timeout: 60_000, intervals: [2000] },
    )
    .toBe(true);
  expect(held).toBeLessThan(64);
  await page.getByRole('checkbox', { name: 'also while the page is hidden' }).check();
  await filled(page, 64);
});

test('a link brings the map back, and the address follows what is chosen', async ({ page }) => {
  await open(page, network + long);
  await expect(page.getByRole('textbox', { name: 'Steps', exact: true })).toHaveValue('100');
  const vertical = page.getByRole('group', { name: 'Vertical axis' });
  await expect(vertical.getByRole('combobox', { name: 'Setting' })).toHaveValue('learningRate');
  await vertical.getByRole('textbox', { name: 'Cells' }).fill('3');
  await vertical.getByRole('textbox', { name: 'Cells' }).press('Enter');
  await expect(page).toHaveURL(/map=gain_0\.5_1_8_log\*learningRate_0\.001_0\.01_3_log\*loss_100/);
  await page.reload();
  await expect(page.getByText('24 cells, each trained for 100 steps.')).toBeVisible();
  await page.getByRole('button', { name: 'Training', exact: true }).click();
  await expect(page).not.toHaveURL(/map=/);
});

test('a bad map in a link is set right and said so', async ({ page }) => {
  const complaints = watch(page);
  await open(page, '&width=8&depth=4&map=depth_3_9999_5_linear*activation_1_2_3_log*loss_5');
  const notice = page.getByRole('status').filter({ hasText: 'Map:' });
  await expect(notice).toContainText('depth_3_9999_5_linear');
  await expect(notice).toContainText('activation_1_2_3_log');
  const horizontal = page.getByRole('group', { name: 'Horizontal axis' });
  await expect(horizontal.getByRole('textbox', { name: 'To' })).toHaveValue('100');
  expect(complaints).toEqual([]);
});

test('a map is saved as a picture and as a table, and its link is copied', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, network + growth);
  await filled(page, 25);
  const save = async (name: string) => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name, exact: true }).click();
    const download = await waiting;
    return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
  };
  const csv = await save('CSV');
  expect(csv.name).toBe('map-depth-gain-growth.csv');
  const lines = csv.content.toString().split('\r\n');
  expect(lines[0]).toBe('depth,gain,growth,status');
  expect(lines).toHaveLength(27);
  expect(lines[1]).toMatch(/^4,0\.5,0\.\d+,finite$/);
  const png = await save('PNG');
  expect(png.name).toBe('map-depth-gain-growth.png');
  expect(png.content.readUInt32BE(16)).toBe(1920);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'map=depth_4_12_5_linear*gain_0.5_2_5_log*growth',
  );
});

for (const [width, lang, theme] of [
  [360, 'zh-CN', 'dark'],
  [1440, 'en', 'light'],
  [1920, 'zh-CN', 'light'],
] as const) {
  test(
    `${width} px, ${lang}, ${theme}: the map does not overflow and is accessible`,
    deepUnless(width === 360),
    async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      await open(page, `${network}${growth}&lang=${lang}&theme=${theme}`);
      await expect(page.locator('.map-summary')).toContainText(/25/, { timeout: 60_000 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
      expect(await violations(page)).toEqual([]);
    },
  );
}
