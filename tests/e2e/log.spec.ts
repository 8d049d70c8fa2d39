import { readFileSync } from 'node:fs';
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
  const findings = page.locator('.log-at-step');
  await expect(page.locator('.log-verdicts')).toContainText('Not finite from step 30 on');
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

test('a global norm alone is shown over the steps, and what to log next', async ({ page }) => {
  const complaints = watch(page);
  await open(page, '&depth=5&width=8&gain=1');
  await drop(page, 'own.csv', readFileSync('tests/field/own-step-loss-lr-grad_norm.csv', 'utf8'));
  await expect(page.getByRole('heading', { name: 'own.csv: 60 steps' })).toBeVisible();
  const verdicts = page.locator('.log-verdicts');
  await expect(verdicts).toContainText('Not finite from step 450 on, first in the loss');
  await expect(verdicts).toContainText('The norm grew ×1.03 per step');
  await expect(verdicts).toContainText('The callback below');
  await expect(page.getByRole('figure', { name: 'Gradient norm' })).toBeVisible();
  await expect(page.getByRole('figure', { name: 'Learning rate' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await drop(page, 'notes.log', 'nothing of a training\n');
  await expect(page.getByRole('heading', { name: 'notes.log could not be shown.' })).toBeVisible();
  await expect(page.getByText('Below is what was read before: own.csv.')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('layers whose order is not known are arranged with the keyboard, and the order is kept', async ({
  page,
}) => {
  await open(page, '&depth=5&width=8&gain=1');
  const names = ['alpha', 'mu', 'omega', 'zeta'];
  const header = names.map((name) => `grad_norm/${name}.bias`).join(',');
  const rows = Array.from({ length: 5 }, (_, step) => `${step},1,1000,30,0.9`).join('\n');
  const text = `step,${header}\n${rows}\n`;
  await drop(page, 'sorted.csv', text);
  const findings = page.locator('.log-at-step');
  await expect(findings).toContainText('The order of the layers is not known');
  await page.getByRole('button', { name: 'Move mu toward the input' }).press('Enter');
  await page.getByRole('button', { name: 'Move alpha toward the output' }).press('Enter');
  await page.getByRole('button', { name: 'Use this order' }).press('Enter');
  await expect(findings).toContainText('Exploding');
  await page.getByRole('button', { name: 'Close the log' }).click();
  await drop(page, 'sorted.csv', text);
  await expect(findings).toContainText('Exploding');
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
