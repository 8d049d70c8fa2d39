import { expect, test } from '@playwright/test';
import type { HistoryExport } from '../../src/state/page/pageInterface';
import { deep, deepUnless, difference, growthOf, open, train, watch } from './page';

const network =
  '&dataset=teacher&depth=20&width=128&activation=relu&initializer=heNormal&loss=meanSquaredError&batchSize=64&optimizer=sgd&learningRate=0.01';
const healthy =
  '&dataset=teacher&depth=8&width=32&activation=tanh&initializer=glorotNormal&gain=1&batchSize=32&learningRate=0.1';
const backends = ['cpu', 'wasm', 'webgl'] as const;

for (const gain of [1.5, 1]) {
  test(`growth per layer at step 0 is the gain ${gain} within 4 %`, deep, async ({ page }) => {
    let logarithm = 0;
    for (let seed = 1; seed <= 5; seed++) {
      await open(page, `${network}&gain=${gain}`);
      await page.evaluate((value) => {
        chainReaction.set({ seed: value });
        return chainReaction.ready;
      }, seed);
      logarithm += Math.log(growthOf(await train(page, 0))) / 5;
    }
    const growth = Math.exp(logarithm);
    console.log(`gain ${gain}: growth ${growth.toFixed(4)} per layer`);
    expect(Math.abs(growth / gain - 1)).toBeLessThan(0.04);
  });
}

for (const backend of backends) {
  test(
    `the exploding network goes non-finite within 3 steps on ${backend}`,
    deepUnless(backend === 'wasm'),
    async ({ page }) => {
      const complaints = watch(page);
      await open(page, `${network}&gain=1.5`, backend);
      const history = await train(page, 10);
      console.log(`${backend}: ${JSON.stringify(history.firstNonFinite)}`);
      expect(history.backend).toBe(backend);
      expect(history.firstNonFinite?.step).toBeLessThanOrEqual(3);
      expect(history.steps.at(-1)).toBe(history.firstNonFinite?.step);
      await expect(page.getByRole('button', { name: 'Run again' })).toBeEnabled();
      expect(complaints).toEqual([]);
    },
  );
}

test('at gain 1, 300 steps stay finite', deep, async ({ page }) => {
  test.setTimeout(180_000);
  await open(page, `${network}&gain=1`);
  const history = await train(page, 300);
  expect(history.firstNonFinite).toBeNull();
  expect(history.steps.at(-1)).toBe(300);
});

test('one link gives identical histories in two fresh profiles', deep, async ({ browser }) => {
  const histories: HistoryExport[] = [];
  for (let profile = 0; profile < 2; profile++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await open(page, healthy);
    histories.push(await train(page, 20));
    await context.close();
  }
  expect(histories[0]).toEqual(histories[1]);
});

test('the backends agree within 1e-3 for 20 healthy steps', deep, async ({ page }) => {
  const histories: HistoryExport[] = [];
  for (const backend of backends) {
    await open(page, healthy, backend);
    histories.push(await train(page, 20));
    await page.goto('about:blank');
  }
  const [first, ...others] = histories;
  if (!first) throw new Error('No backend was run.');
  for (const other of others) {
    const worst = difference(first, other);
    console.log(`${first.backend} against ${other.backend}: ${worst.toExponential(1)}`);
    expect(worst).toBeLessThan(1e-3);
  }
});
