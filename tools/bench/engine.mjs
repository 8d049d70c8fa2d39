/**
 * Measures this engine against other ways to train the same network in a browser, each in a worker of its own in a
 * production build, in turns, and prints milliseconds per step and ratios; the figures go to a file too.
 * At X a naive step takes seconds, so a round is one step there. `--alone M` times this engine by itself on networks
 * that cost more than their size says.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';
import { assemblyScript } from '../assemblyscript.mjs';
import { launchOptions, requireBrowser } from '../browser.mjs';
import { names, number, readOptions, text } from '../options.mjs';
import { serve } from '../serve.mjs';

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

const { values } = readOptions(
  'npm run bench -- [--sizes T,S,M,L,X] [--backends cpu,wasm,webgl,auto] [--optimizers sgd,adam] [--rounds NUMBER] [--alone T,S,M,L,X] [--out FILE]',
  {
    sizes: names([...Object.keys(sizes), 'none'], ['T', 'S', 'M', 'L']),
    backends: names(['cpu', 'wasm', 'webgl', 'auto'], ['wasm']),
    optimizers: names(['sgd', 'adam']),
    rounds: number(5),
    alone: names([...Object.keys(sizes), 'none'], ['M']),
    out: text('bench.json'),
  },
);

const shared = {
  dataset: 'teacher',
  validationSplit: 0,
  gain: 1,
  activation: 'relu',
  loss: 'meanSquaredError',
  learningRate: 1e-6,
  validationInterval: 1000,
};

/**
 * Learning rates at which an update shows in the numbers of the next step, and yet hardly a ReLU changes sides by it; T has
 * none, and so few weights that Adam's steps have to be larger.
 */
const checkedRates = { sgd: 0.001, adam: 1e-6, T: 0.001, X: 1e-6 };

/** The contenders' numbers differ by no more; at L and X the others sum 16,384 and 65,536 squares in float32. */
const tolerance = { usual: 5e-6, L: 1e-5, X: 1e-3 };

/**
 * The least ratios to the naive way, by backend, optimizer and size.
 * @type {Record<string, Record<string, number>>}
 */
const bars = {
  'wasm sgd': { S: 5, M: 7, L: 8, X: 10 },
  'wasm adam': { S: 4, M: 5.5, L: 7 },
  'webgl sgd': { S: 4, M: 3, L: 2.3 },
};

/** The most draw calls a layer of one step by SGD. */
const mostDraws = 12;

/** What costs more than the size of the network says, and how many times as long it may take; null where it is only told. */
const special = {
  'gain 0.01 (subnormal numbers)': { settings: { gain: 0.01 }, bar: 1.5 },
  'samples 50 × batch': { settings: { samples: 3200 }, bar: null },
  'digits, 3200 samples': {
    settings: { dataset: 'digits', samples: 3200, loss: 'softmaxCrossEntropy' },
    bar: null,
  },
};

const outDir = mkdtempSync(join(tmpdir(), 'chain-reaction-bench-'));
await build({
  root: join(import.meta.dirname, 'engine'),
  configFile: false,
  logLevel: 'error',
  plugins: [assemblyScript()],
  worker: { format: 'es', plugins: () => [assemblyScript()] },
  build: { outDir, emptyOutDir: true },
});
const server = await serve(outDir, { host: '127.0.0.1', port: 0 });
await requireBrowser();
const browser = await chromium.launch(await launchOptions());
const page = await browser.newPage();
page.on('pageerror', (error) => console.error(error));
await page.goto(server.urls[0] ?? '');
await page.waitForFunction(() => 'bench' in globalThis);

/** @type {any[]} */
const rows = [];
for (const backend of values.backends) {
  for (const optimizer of values.optimizers) {
    for (const size of known(values.sizes)) {
      rows.push(await compare(backend, optimizer, size));
      console.log(`${backend} ${optimizer} ${size} is measured`);
    }
  }
  for (const size of known(values.alone)) {
    rows.push(await alone(backend, size));
    console.log(`${backend} ${size} alone is measured`);
  }
}
writeFileSync(values.out, JSON.stringify(rows, null, 2));
print();
await browser.close();
await server.close();
rmSync(outDir, { recursive: true, force: true });

/**
 * The sizes that are asked for; `none` is no size.
 * @param {readonly string[]} list
 */
function known(list) {
  return list.filter((size) => size in sizes);
}

/**
 * This engine and the others on one network.
 * @param {string} backend
 * @param {string} optimizer
 * @param {string} size
 */
async function compare(backend, optimizer, size) {
  const isPlain = optimizer === 'sgd' && backend !== 'webgl';
  const ways = ['ours', 'naive', 'tape', ...(isPlain ? ['plain'] : []), 'floor'];
  const contenders = ways.map((way) => [way, jobOf({ way, backend, optimizer, size })]);
  const found = await run({
    contenders: Object.fromEntries(contenders),
    tolerance: Reflect.get(tolerance, size) ?? tolerance.usual,
    least: size === 'X' ? 0 : 150,
  });
  return { asked: backend, optimizer, size, ...found };
}

/**
 * This engine on networks that differ from one of a size in what is named.
 * @param {string} backend
 * @param {string} size
 */
async function alone(backend, size) {
  const of = (/** @type {object} */ settings) =>
    jobOf({ way: 'ours', backend, optimizer: 'sgd', size, settings });
  const others = Object.entries(special).map(([name, { settings }]) => [name, of(settings)]);
  const contenders = { ours: of({}), ...Object.fromEntries(others) };
  const found = await run({ contenders, tolerance: null, least: 150 });
  return { asked: backend, optimizer: 'sgd', size, alone: true, ...found };
}

/**
 * @param {{ way: string, backend: string, optimizer: string, size: string, settings?: object }} job
 */
function jobOf({ way, backend, optimizer, size, settings = {} }) {
  const { widths, ...own } = sizes[size] ?? {};
  return {
    way,
    backend,
    checkedRate: Reflect.get(checkedRates, size) ?? Reflect.get(checkedRates, optimizer),
    settings: { ...shared, ...own, samples: own.batchSize, optimizer, ...settings },
    ...(widths && { widths }),
  };
}

/** @param {object} comparison */
function run(comparison) {
  return page.evaluate((/** @type {any} */ wanted) => globalThis.bench(wanted), {
    ...comparison,
    rounds: values.rounds,
  });
}

/** Prints what was measured, with what is asked for beside it. */
function print() {
  const compared = rows.filter((row) => !row.alone);
  console.log('Milliseconds per step, and in brackets the ratio to ours');
  console.table(
    byName(compared, ({ times, asked, optimizer, size, deviations }) => ({
      ...Object.fromEntries(
        Object.entries(times).map(([name, time]) => [name, sayTime(time, times.ours)]),
      ),
      'naive/ours ≥': bars[`${asked} ${optimizer}`]?.[size] ?? '',
      'agree to': Math.max(...Object.values(deviations).map(Number)).toExponential(1),
    })),
  );
  const drawn = compared.filter(({ draws }) => draws.ours > 0);
  if (drawn.length > 0) {
    console.log(`Draw calls per step, and in brackets per layer; ours by SGD at most ${mostDraws}`);
    console.table(
      byName(drawn, ({ draws, size }) =>
        Object.fromEntries(
          Object.entries(draws).map(([name, count]) => [
            name,
            `${count} (${(Number(count) / Number(sizes[size]?.depth)).toFixed(1)})`,
          ]),
        ),
      ),
    );
  }
  console.log(
    'Tensors alive before the rounds and after them (ours keeps weights of some 200 steps back)',
  );
  console.table(
    byName(rows, ({ tensors }) => ({
      ours: tensors.ours.join(' → '),
      naive: tensors.naive?.join(' → '),
    })),
  );
  for (const { asked, size, times } of rows.filter((row) => row.alone)) {
    console.log(`Ours on ${asked} at ${size}, and what costs more`);
    console.table(
      Object.entries(times).map(([name, time]) => ({
        network: name === 'ours' ? 'gain 1, one batch' : name,
        'ms per step': Number(time).toFixed(2),
        'times as long': (Number(time) / times.ours).toFixed(2),
        'at most': Reflect.get(special, name)?.bar ?? '',
      })),
    );
  }
}

/**
 * @param {any[]} list
 * @param {(row: any) => Record<string, unknown>} say
 */
function byName(list, say) {
  return Object.fromEntries(
    list.map((row) => {
      const on = row.asked === 'auto' ? `auto (${row.backend})` : row.asked;
      return [`${on}, ${row.optimizer}, ${row.size}${row.alone ? ' alone' : ''}`, say(row)];
    }),
  );
}

/**
 * @param {unknown} time
 * @param {number} own
 */
function sayTime(time, own) {
  return `${Number(time).toFixed(2)} (${(Number(time) / own).toFixed(1)})`;
}
