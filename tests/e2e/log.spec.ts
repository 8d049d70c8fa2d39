import { expect, type Page, test } from '@playwright/test';
import { open, train, violations, watch } from './page';

const layers = 24;

/** The log of a training that explodes towards its input, and breaks at step 30. */
const exploding = [
  'step,name,loss,grad_norm,weight_norm',
  ...Array.from({ length: 31 * layers }, (_, row) => {
    const [step, layer] = [Math.floor(row / layers), row % layers];
    const norm = step === 30 && layer < 5 ? 'nan' : 1.6 ** (layers - layer) * (1 + step / 10);
    return `${step},blocks.${layer}.weight,${2 + step / 100},${norm},1.5`;
  }),
  '',
].join('\n');

/** Drops a file on the page, as from a folder. */
async function drop(page: Page, name: string, text: string) {
  await page.evaluate(
    ([file, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content ?? ''], file ?? ''));
      dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, text],
  );
}

test('a log that is dropped is read like a run, and the page goes back to its own', async ({
  page,
}) => {
  const complaints = watch(page);
  await open(page, '&depth=5&width=8&gain=1');
  await train(page, 4);
  await drop(page, 'train.csv', exploding);
  await expect(page.getByRole('heading', { name: 'train.csv: 24 layers, 31 steps' })).toBeVisible();
  const findings = page.locator('.log-findings');
  await expect(findings).toContainText('Not finite from step 30 on, first in blocks.4');
  await page.getByRole('slider', { name: 'Step shown' }).fill('10');
  await expect(findings).toContainText('Exploding: ×1.6 per layer');
  await expect(findings).not.toContainText('Not finite');
  await expect(page.getByRole('application', { name: /Heat map/ })).toBeVisible();
  await expect(page.getByText('Click a layer to look closely')).toHaveCount(0);
  const map = page.getByRole('application', { name: /Heat map/ });
  await map.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.heat-map-readout')).toContainText('blocks.');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Close the log' }).click();
  await page.getByRole('button', { name: 'Training', exact: true }).click();
  expect(await page.evaluate(() => chainReaction.history().steps.length)).toBe(5);
  await train(page, 2);
  expect(complaints).toEqual([]);
});

test('what is wrong with a log is said with its place, and what was shown stays', async ({
  page,
}) => {
  const complaints = watch(page);
  await open(page, '&depth=5&width=8&gain=1');
  await drop(page, 'train.csv', exploding);
  const heading = page.getByRole('heading', { name: 'train.csv: 24 layers, 31 steps' });
  await expect(heading).toBeVisible();
  await drop(page, 'broken.jsonl', '{"step": 1,\n');
  await expect(page.getByText(/broken.jsonl, line 1, column 1\d: this is not JSON/)).toBeVisible();
  await expect(heading).toBeVisible();
  await drop(page, 'half.csv', 'step,layer,gradW\n0,1,1\n0,2,oops\n1,1,2\n');
  await expect(page.getByText('half.csv, line 3, column 3: “oops” is not a number.')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a few lines that write a log are one click away', async ({ page }) => {
  await open(page, '&lang=zh-CN');
  await page.getByRole('button', { name: '训练日志' }).click();
  await page.getByRole('radio', { name: 'Keras 3' }).check({ force: true });
  await expect(page.getByRole('textbox', { name: 'Keras 3' })).toHaveValue(/keras.ops.norm/);
  expect(await violations(page)).toEqual([]);
});

test('any other table that is dropped is offered as data', async ({ page }) => {
  await open(page, '&depth=3&width=8&gain=1');
  const rows = Array.from({ length: 30 }, (_, row) => `${row},${row % 2}`).join('\n');
  await drop(page, 'table.csv', `x,label\n${rows}\n`);
  await expect(page.getByText('table.csv: 30 rows, 2 columns')).toBeVisible();
});
