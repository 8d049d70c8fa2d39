/**
 * Measures background jobs on the built page: how the time of the same trials falls with the number of
 * workers, and the share of its pace that the run on screen keeps beside them.
 */
import { availableParallelism } from 'node:os';
import { serveBuilt } from '../built.mjs';
import { flag, number, readOptions } from '../options.mjs';

const network = 'v=1&depth=20&width=64&batchSize=64&gain=1&learningRate=0.001&backend=wasm';
const { values } = readOptions(
  'npm run bench:pool -- [--built] [--steps NUMBER] [--rounds NUMBER] [--seconds NUMBER]',
  {
    built: flag,
    steps: number(1000),
    rounds: number(3),
    seconds: number(10, { least: 0.1, isWhole: false }),
  },
);

/** Steps of a training that does not end while the run beside it is measured. */
const endless = 10_000;

/** The least share of its pace that the run on screen is to keep. */
const leastKept = 0.8;

const built = await serveBuilt(values.built);
const browser = await built.browser();

const cores = availableParallelism();
/** @type {{ workers: number, seconds: number }[]} */
const times = [];
for (let workers = 1; workers <= cores; workers++) {
  const page = await open(workers + 1);
  await startTrials(page, values.steps);
  const began = performance.now();
  await page.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 300_000 });
  times.push({ workers, seconds: (performance.now() - began) / 1000 });
  await page.close();
}
console.table(
  times.map(({ workers, seconds }) => ({
    workers,
    seconds: seconds.toFixed(1),
    'faster than one': ((times[0]?.seconds ?? 0) / seconds).toFixed(2),
  })),
);

const page = await open(cores);
/** @type {{ alone: number[], beside: number[] }} */
const paces = { alone: [], beside: [] };
for (let round = 0; round < values.rounds; round++) {
  paces.alone.push(await pace(page));
  await startTrials(page, endless);
  paces.beside.push(await pace(page));
  await page.getByRole('button', { name: 'Safeguards', exact: true }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
}
/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const [alone, beside] = [median(paces.alone), median(paces.beside)];
console.table({
  'steps a second': {
    alone,
    'beside a job': beside,
    'share kept': ((beside ?? 0) / (alone ?? 1)).toFixed(2),
    'at least': leastKept,
  },
});
await browser.close();
await built.close();

/**
 * Opens the page as on a machine of that many processors.
 * @param {number} processors
 */
async function open(processors) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const opened = await context.newPage();
  await opened.addInitScript((count) => {
    Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => count });
  }, processors);
  await built.open(opened, `#${network}`);
  return opened;
}

/**
 * Tries every safeguard on the experiment on screen, with one seed.
 * @param {import('playwright').Page} opened
 * @param {number} steps
 */
async function startTrials(opened, steps) {
  await opened.getByRole('button', { name: 'Safeguards', exact: true }).click();
  for (const [name, value] of Object.entries({ Steps: steps, Seeds: 1 })) {
    const box = opened.getByRole('textbox', { name });
    await box.fill(String(value));
    await box.press('Enter');
  }
  await opened.getByRole('button', { name: /Try (every safeguard|again)/ }).click();
}

/**
 * Steps a second of the run on screen.
 * @param {import('playwright').Page} opened
 */
async function pace(opened) {
  await opened.getByRole('button', { name: 'Training', exact: true }).click();
  return opened.evaluate(async (milliseconds) => {
    const { chainReaction } = globalThis;
    await chainReaction.reset();
    const began = performance.now();
    const running = chainReaction.run();
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await chainReaction.pause();
    await running;
    const steps = chainReaction.history().steps.at(-1) ?? 0;
    return Math.round((steps * 1000) / (performance.now() - began));
  }, values.seconds * 1000);
}
