import { expect, type Page, test } from '@playwright/test';
import { tableFiles } from '../support/tables';
import { open, train, violations, watch } from './page';

const flowers = {
  name: 'flowers.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(tableFiles['flowers.csv']),
};

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Your own data' });

/** Opens the group of settings about the data. */
const openDataGroup = (page: Page) => page.getByText('Data', { exact: true }).click();

async function choose(page: Page, file: typeof flowers) {
  await dialog(page).getByLabel('Choose a file').setInputFiles(file);
}

test('a file of one’s own is read, chosen from, trained on, and expected by its link', async ({
  page,
}) => {
  const complaints = watch(page);
  await open(page, '&depth=3&width=16&gain=1&optimizer=adam&learningRate=0.01');
  await openDataGroup(page);
  await page.getByRole('combobox', { name: 'Dataset' }).selectOption('ownData');
  await choose(page, flowers);
  await expect(dialog(page).getByText('flowers.csv: 90 rows, 5 columns')).toBeVisible();
  await expect(dialog(page).getByText('89 rows are taken; 1 is left out')).toBeVisible();
  await expect(dialog(page).getByText('1, first in line 9')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog(page).getByRole('button', { name: 'Train on this' }).click();
  await expect(dialog(page)).toBeHidden();
  await page.evaluate(() => chainReaction.ready);
  await expect(page.getByText('flowers.csv: 89 rows, 3 inputs, 3 classes')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Samples' })).toHaveCount(0);
  await train(page, 100);
  const accuracy = await page.evaluate(() => chainReaction.history().accuracy.at(-1));
  expect(accuracy).toBeGreaterThan(0.9);
  const losses = await page.evaluate(() => chainReaction.history().loss);

  await expect.poll(() => page.url()).toContain('data=4.c.0-1-3.flowers.csv');
  const address = page.url();
  expect(address).not.toContain('setosa');
  await page.goto('about:blank');
  await page.goto(address);
  await expect(page.getByText(/trains on a file of its author’s, flowers.csv/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Width' })).toHaveValue('16');
  await openDataGroup(page);
  await page.getByRole('button', { name: 'Your own data…' }).click();
  await expect(dialog(page).getByText('The link expects flowers.csv.')).toBeVisible();
  await choose(page, flowers);
  await dialog(page).getByRole('button', { name: 'Train on this' }).click();
  await page.evaluate(() => chainReaction.ready);
  await train(page, 100);
  expect(await page.evaluate(() => chainReaction.history().loss)).toEqual(losses);
  expect(complaints).toEqual([]);
});

test('rows are pasted, another column is the target, and a fault is said with its place', async ({
  page,
}) => {
  const complaints = watch(page);
  await open(page, '&depth=3&width=8&gain=1');
  await openDataGroup(page);
  await page.getByRole('button', { name: 'Your own data…' }).click();
  await dialog(page).getByText('Or paste rows').click();
  const box = dialog(page).getByRole('textbox', { name: 'Or paste rows' });
  const read = dialog(page).getByRole('button', { name: 'Read what was pasted' });
  await box.fill('a,b\n1,2\n3\n');
  await read.click();
  await expect(dialog(page).getByText('Line 3, column 2: this row has 1 cell,')).toBeVisible();
  expect(await page.evaluate(() => chainReaction.experiment().dataset)).toBe('teacher');
  await box.fill(`x,y,z\n${Array.from({ length: 20 }, (_, i) => `${i},${i * i},oops`).join('\n')}`);
  await read.click();
  await dialog(page).getByLabel('Target').selectOption('y');
  await expect(dialog(page).getByRole('radio', { name: 'Regression' })).toBeChecked();
  await dialog(page).getByRole('button', { name: 'Train on this' }).click();
  await page.evaluate(() => chainReaction.ready);
  await expect(page.getByText('pasted.csv: 20 rows, 1 input, a real target')).toBeVisible();
  expect(await page.evaluate(() => chainReaction.experiment().loss)).toBe('meanSquaredError');
  expect(complaints).toEqual([]);
});

test('a file too large is refused before it is read, and nothing on screen is lost', async ({
  page,
}) => {
  await open(page, '&depth=4&width=8&gain=1');
  await train(page, 5);
  await openDataGroup(page);
  await page.getByRole('button', { name: 'Your own data…' }).click();
  await choose(page, { ...flowers, buffer: Buffer.alloc(5e6 + 1, '1,2\n') });
  await expect(dialog(page).getByText('The file is larger than 5 MB')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  expect(await page.evaluate(() => chainReaction.history().steps.length)).toBe(6);
});
