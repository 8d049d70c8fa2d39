import { expect, type Page, test } from '@playwright/test';
import type { HistoryExport } from '../../src/state/page/pageInterface';
import { deep, deepUnless, inWorker, open, train } from './page';

const network =
  '&dataset=teacher&depth=6&width=16&activation=tanh&initializer=glorotNormal&batchSize=16&learningRate=0.1';

/** What is done to the worker, in it. */
type Fault = () => void;

const lost: Fault = () => {
  const { opened } = globalThis as unknown as { opened: WebGL2RenderingContext };
  opened.getExtension('WEBGL_lose_context')?.loseContext();
};

const lostAndRestored: Fault = () => {
  const { opened } = globalThis as unknown as { opened: WebGL2RenderingContext };
  const extension = opened.getExtension('WEBGL_lose_context');
  extension?.loseContext();
  setTimeout(() => extension?.restoreContext(), 50);
};

const thrown: Fault = () => {
  setTimeout(() => {
    throw new Error('out of luck');
  });
};

/** Lets the test reach the context that a worker opens. */
const exposeContext = `const open = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function (...a) { return (globalThis.opened = open.apply(this, a)); };`;

/** Trains 20 steps and changes settings live, which a replay has to do again. */
async function begin(page: Page): Promise<void> {
  await train(page, 20);
  await page.evaluate(() => chainReaction.set({ learningRate: 0.05, clipByGlobalNorm: true }));
  await page.evaluate(() => chainReaction.ready);
}

async function undisturbed(
  page: Page,
  backend: 'wasm' | 'webgl',
  steps: number,
): Promise<HistoryExport> {
  await open(page, network, backend);
  await begin(page);
  const history = await train(page, steps - 20);
  await page.goto('about:blank');
  return history;
}

/** The last step recorded when the page first says that the worker was lost. */
async function stepWhenLost(page: Page): Promise<number> {
  const found = await page.waitForFunction(
    () =>
      document.body.textContent?.includes('The worker was lost') && {
        step: chainReaction.history().steps.at(-1) ?? 0,
      },
    undefined,
    { timeout: 120_000 },
  );
  const value = await found.jsonValue();
  return value ? value.step : Number.NaN;
}

for (const [name, backend, steps, fault] of [
  ['throws', 'wasm', 2000, thrown],
  ['loses its WebGL context', 'webgl', 60, lost],
  ['loses its WebGL context and gets it back', 'webgl', 60, lostAndRestored],
] as const) {
  test(
    `a worker that ${name}: the run is computed again, exactly`,
    deepUnless(name === 'throws'),
    async ({ page }) => {
      test.setTimeout(300_000);
      await inWorker(page, exposeContext);
      const expected = await undisturbed(page, backend, steps);
      await open(page, network, backend);
      await begin(page);
      const ending = page.evaluate((more) => chainReaction.run(more), steps - 20);
      await page.workers()[0]?.evaluate(fault);
      const step = await stepWhenLost(page);
      console.log(`${backend}: lost at step ${step} of ${steps}`);
      expect(step).toBeLessThan(steps);
      await ending;
      const history = await train(page, 0);
      expect(history.backend).toBe(backend);
      expect(history.steps).toEqual(expected.steps);
      expect(history.loss).toEqual(expected.loss);
      expect(history.layers).toEqual(expected.layers);
    },
  );
}

/** Lets a minute pass for the worker. */
const aged: Fault = () => {
  const now = performance.now.bind(performance);
  performance.now = () => now() + 60_000;
};

test('a worker lost late: a new one goes on from a checkpoint, exactly', deep, async ({ page }) => {
  test.setTimeout(120_000);
  const expected = await undisturbed(page, 'wasm', 700);
  await open(page, network);
  await begin(page);
  await train(page, 480);
  await page.workers()[0]?.evaluate(aged);
  await train(page, 100);
  await page.workers()[0]?.evaluate(thrown);
  await expect(page.getByText(/computed again from step [23]\d0 in a new one/)).toBeVisible();
  const history = await train(page, 100);
  expect(history.steps).toEqual(expected.steps);
  expect(history.loss).toEqual(expected.loss);
  expect(history.layers).toEqual(expected.layers);
});

test('a worker that cannot be loaded the first time is asked for again', async ({ page }) => {
  let refused = 0;
  await page.route(/entry-.*\.js$/, (route) => {
    refused += 1;
    return refused === 1 ? route.abort() : route.continue();
  });
  await open(page, network);
  expect((await train(page, 5)).steps.at(-1)).toBe(5);
  await expect(page.getByText('The worker was lost')).toBeVisible();
});

test('a worker that never loads fails after two more tries, and says so', async ({ page }) => {
  let asked = 0;
  await page.route(/entry-.*\.js$/, (route) => {
    asked += 1;
    return route.fulfill({ status: 404, body: '' });
  });
  await open(page, network);
  await expect(page.getByText('The training worker failed')).toBeVisible();
  expect(asked).toBe(3);
});

/** What silences a worker: it hears nothing more, and soon does nothing more. */
const silences = {
  hangs: () => {
    self.onmessage = null;
    setTimeout(() => {
      for (;;);
    });
  },
  'is killed': () => {
    self.onmessage = null;
    setTimeout(() => self.close());
  },
} as const;

for (const [name, silence] of Object.entries(silences)) {
  test(`a worker that ${name} is given up after ten seconds, and the run is computed again`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.clock.install();
    await open(page, network);
    await train(page, 20);
    const before = await train(page, 0);
    const [worker] = page.workers();
    await worker?.evaluate(silence);
    const ending = page.evaluate(() => chainReaction.run(10));
    await page.clock.runFor(11_000);
    await expect(page.getByText(/The worker was lost/)).toBeVisible({ timeout: 30_000 });
    await page.clock.runFor(2000);
    await ending;
    const after = await train(page, 0);
    expect(after.steps.length).toBe(31);
    expect(after.loss.slice(0, 21)).toEqual(before.loss);
  });
}

test('a pinned run for which there is no room on this device stays for this visit, and the page says so', async ({
  page,
}) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  await open(page, network);
  await train(page, 5);
  await page.getByRole('button', { name: 'Pin this run' }).click();
  await expect(page.getByText(/storage is full/)).toBeVisible();
  expect((await train(page, 5)).steps.at(-1)).toBe(10);
});

test('a page whose storage is refused says so once and works', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      get() {
        throw new Error('refused');
      },
    });
    Storage.prototype.setItem = () => {
      throw new Error('full');
    };
    Storage.prototype.getItem = () => '{"language":7,"hintsPassed":"x","theme":[]}';
  });
  await open(page, network);
  await train(page, 5);
  await page.getByRole('button', { name: 'Pin this run' }).click();
  await expect(page.getByText('This browser stores nothing for this page')).toBeVisible();
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('WebAssembly that does not load: plain JavaScript computes, and the page says so', async ({
  page,
}) => {
  await page.route(/\.wasm$/, (route) => route.abort());
  await open(page, network);
  await train(page, 5);
  expect(await page.evaluate(() => chainReaction.history().backend)).toBe('cpu');
});

test(
  'a run stays whole while its experiment is over the budget, and what fits is of the one refused',
  deep,
  async ({ page }) => {
    await open(page, network);
    const before = await train(page, 5);
    await page.evaluate(() =>
      chainReaction.set({ depth: 100, width: 256, batchSize: 1024, samples: 2000 }),
    );
    await expect(page.getByText('Too large to run here')).toBeVisible();
    expect(await train(page, 0)).toEqual(before);
    await page.getByRole('button', { name: /^Depth \d+ works$/ }).click();
    await page.evaluate(() => chainReaction.ready);
    await expect(page.getByText('Too large to run here')).toHaveCount(0);
    const { steps, layers } = await train(page, 0);
    expect(steps).toEqual([0]);
    expect(layers.gradW.length).toBeGreaterThan(50);
  },
);

test('an experiment over the budget is refused with the nearest values that fit', async ({
  page,
}) => {
  await page.goto(
    '/?software-webgl#v=1&seed=1&depth=100&width=256&batchSize=1024&samples=2000&backend=wasm',
  );
  await page.waitForFunction(() => globalThis.chainReaction !== undefined);
  const fitting = page.getByRole('button', { name: /^Width \d+ works$/ });
  await expect(fitting).toBeVisible();
  await fitting.click();
  await page.evaluate(() => chainReaction.ready);
  expect(await page.evaluate(() => chainReaction.history().steps.length)).toBe(1);
});
