/**
 * Measures this engine against other ways to train the same network in a browser, in a worker of the
 * production build, in turns, and prints milliseconds per step and ratios; the figures go to a file too.
 * `npm run bench [-- --sizes T,S,M,L,X --backends wasm --optimizers sgd,adam --rounds 5 --out bench.json]`;
 * at X a naive step takes seconds, so everything is timed in one round there.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { ensureBrowser, launchOptions } from '../browser.mjs';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: 'T,S,M,L' },
    backends: { type: 'string', default: 'wasm' },
    optimizers: { type: 'string', default: 'sgd,adam' },
    rounds: { type: 'string', default: '5' },
    out: { type: 'string', default: 'bench.json' },
  },
});

/**
 * Settings by size; `widths` from input to output where they are not one width throughout.
 * @type {Record<string, { widths?: number[] } & Record<string, unknown>>}
 */
const sizes = {
  T: { dataset: 'plane', widths: [2, 4, 2, 1], depth: 3, batchSize: 10, activation: 'tanh' },
  S: { depth: 10, width: 16, batchSize: 32 },
  M: { depth: 20, width: 64, batchSize: 64 },
  L: { depth: 50, width: 128, batchSize: 128 },
  X: { depth: 100, width: 256, batchSize: 256 },
};

const shared = {
  dataset: 'teacher',
  validationSplit: 0,
  gain: 1,
  activation: 'relu',
  loss: 'meanSquaredError',
  learningRate: 1e-6,
  validationInterval: 1000,
};

const outDir = mkdtempSync(join(tmpdir(), 'chain-reaction-bench-'));
await build({
  root: join(import.meta.dirname, 'engine'),
  configFile: join(import.meta.dirname, '../../vite.config.ts'),
  logLevel: 'error',
  build: { outDir, emptyOutDir: true },
});
const server = await preview({
  root: join(import.meta.dirname, 'engine'),
  configFile: false,
  preview: { port: 0, host: '127.0.0.1' },
  build: { outDir },
  logLevel: 'error',
});
if (!(await ensureBrowser())) throw new Error('There is no browser.');
const browser = await chromium.launch(await launchOptions());
const page = await browser.newPage();
page.on('pageerror', (error) => console.error(error));
await page.goto(server.resolvedUrls?.local[0] ?? '');
await page.waitForFunction(() => 'bench' in globalThis);

const rows = [];
for (const backend of values.backends.split(',')) {
  for (const optimizer of values.optimizers.split(',')) {
    for (const size of values.sizes.split(',')) {
      const { widths, ...own } = sizes[size] ?? {};
      const job = {
        backend,
        ...(size === 'X'
          ? { rounds: 1, least: 3000 }
          : { rounds: Number(values.rounds), least: 150 }),
        settings: { ...shared, ...own, samples: own.batchSize, optimizer },
        ...(widths && { widths }),
      };
      const { times, draws, deviations } = await page.evaluate(
        (/** @type {any} */ wanted) => globalThis.bench(wanted),
        job,
      );
      rows.push({ backend, optimizer, size, times, draws, deviations });
      print(rows.at(-1));
    }
  }
}
writeFileSync(values.out, JSON.stringify(rows, null, 2));
await browser.close();
await server.close();
rmSync(outDir, { recursive: true, force: true });

/** @param {any} row */
function print({ backend, optimizer, size, times, draws, deviations }) {
  const parts = Object.entries(times).map(
    ([name, time]) => `${name} ${time.toFixed(2)} ms (${(time / times.ours).toFixed(1)}×)`,
  );
  const worst = Math.max(...Object.values(deviations).map(Number));
  console.log(
    `${backend} ${optimizer} ${size}: ${parts.join(', ')}; agree to ${worst.toExponential(1)}`,
  );
  if (draws.ours === 0) return;
  const depth = Number(sizes[size]?.depth);
  const counts = Object.entries(draws).map(
    ([name, count]) => `${name} ${count} (${(count / depth).toFixed(1)} a layer)`,
  );
  console.log(`  draw calls per step: ${counts.join(', ')}`);
}
