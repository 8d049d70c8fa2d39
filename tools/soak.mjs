/**
 * Trains for long in the built page, prints its heap, its records, the tensors of its worker and the memory of the
 * browser's processes, and fails if any of them grows beyond its bound. What is given 0 steps is left out.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { softwareWebgl } from './browser.mjs';
import { serveBuilt } from './built.mjs';
import { flag, number, readOptions } from './options.mjs';

const {
  values,
  positionals: [small, medium, graphics],
} = readOptions(
  'npm run soak -- [--built] [STEPS AT S [STEPS AT M [STEPS AT S ON WEBGL]]]',
  { built: flag },
  [100_000, 5000, 1500].map((steps) => number(steps, { least: 0 })),
);
const S = 'gain=1&depth=10&width=16&batchSize=32&learningRate=0.001';
const M = 'gain=1&depth=20&width=64&batchSize=64&learningRate=0.0001';
const runs = {
  S: { link: `#v=1&backend=wasm&${S}`, steps: small, args: ['--disable-gpu'] },
  M: { link: `#v=1&backend=wasm&${M}`, steps: medium, args: ['--disable-gpu'] },
  'S on WebGL': {
    link: `?software-webgl#v=1&backend=webgl&${S}`,
    steps: graphics,
    args: softwareWebgl,
  },
};

/**
 * The most that the page's heap may hold, in MB; that the processes may hold more at the end than after the first part,
 * while the history fills, and than after the first part that found the history full; that the worker may hold more at
 * the end than after the first part, in tensors (on WebAssembly blocks of memory) and in MB of their memory.
 */
const bounds = { heap: 200, filling: 500, full: 150, tensors: 50, tensorMemory: 8 };

const built = await serveBuilt(values.built);
const faults = [];
for (const [name, { link, steps, args }] of Object.entries(runs)) {
  if (steps === 0) continue;
  const rows = await soak(link, steps, args);
  console.log(`${name}, ${steps} steps`);
  console.table(rows);
  faults.push(...faultsOf(rows).map((fault) => `${name}: ${fault}`));
}
await built.close();
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

/** @typedef {Awaited<ReturnType<typeof soak>>[number]} Row */

/**
 * Trains in five parts, in a browser of its own, and measures after each.
 * @param {string} link
 * @param {number} steps
 * @param {readonly string[]} args
 */
async function soak(link, steps, args) {
  const browser = await built.browser([...args, '--js-flags=--expose-gc']);
  const devtools = await browser.newBrowserCDPSession();
  const page = await browser.newPage();
  await built.open(page, link);
  const worker = page.workers()[0];
  if (!worker) throw new Error('The page has no worker.');
  await worker.evaluate(countBlocks);
  const rows = [];
  for (let part = 1; part <= 5; part++) {
    await page.evaluate((count) => globalThis.chainReaction.run(count), Math.ceil(steps / 5));
    const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
    rows.push({
      ...(await page.evaluate(measurePage)),
      ...(await worker.evaluate(measureWorker)),
      'processes, MB': resident(processInfo.map(({ id }) => id)),
    });
  }
  await browser.close();
  return rows;
}

/**
 * What grew beyond its bound.
 * @param {readonly Row[]} rows
 */
function faultsOf(rows) {
  const found = [];
  /** @param {keyof Row} what @param {number} from */
  const growth = (what, from) => Number(rows.at(-1)?.[what]) - Number(rows.at(from)?.[what]);
  const grew = {
    filling: growth('processes, MB', 0),
    tensors: growth('tensors', 0),
    tensorMemory: growth('tensors, MB', 0),
  };
  for (const [what, by] of Object.entries(grew)) {
    const bound = bounds[/** @type {keyof typeof grew} */ (what)];
    if (!(by <= bound)) found.push(`${what} grew by ${by}, not ${bound} at most`);
  }
  const full = rows.findIndex(({ thinned }) => thinned);
  if (full < 0) console.log('Its history did not fill: what holds from there on is not checked.');
  else if (growth('processes, MB', full) > bounds.full)
    found.push(`with a full history the processes grew by ${growth('processes, MB', full)} MB`);
  for (const { step, finite, thinned, said, 'page heap, MB': heap } of rows) {
    if (said !== thinned) found.push(`the page says ${said ? '' : 'not '}that its record is full`);
    if (heap > bounds.heap) found.push(`a heap of ${heap} MB at step ${step}`);
    if (!finite) found.push(`not finite at step ${step}`);
  }
  return found;
}

/**
 * What processes hold in memory, in MB: as the system's files say, else as `ps` does.
 * @param {readonly number[]} ids
 */
function resident(ids) {
  const kilobytes = existsSync('/proc/self/statm')
    ? ids.map((id) => 4.096 * Number(statm(id).split(' ')[1]))
    : spawnSync('ps', ['-o', 'rss=', '-p', ids.join()], { encoding: 'utf8' })
        .stdout.split('\n')
        .map((line) => 1.024 * Number(line));
  const sum = kilobytes.reduce((total, next) => total + next, 0);
  if (!(sum > 0)) throw new Error('This system does not say what memory processes hold.');
  return Math.round(sum / 1000);
}

/**
 * Nothing is held by a process that has ended meanwhile.
 * @param {number} id
 */
function statm(id) {
  try {
    return readFileSync(`/proc/${id}/statm`, 'utf8');
  } catch {
    return '0 0';
  }
}

/** Runs in the page. */
function measurePage() {
  globalThis.gc?.();
  const memory = /** @type {{ memory?: { usedJSHeapSize: number } }} */ (performance).memory;
  const { steps, thinned, firstNonFinite } = globalThis.chainReaction.history();
  return {
    step: steps.at(-1),
    records: steps.length,
    thinned,
    'page heap, MB': Math.round((memory?.usedJSHeapSize ?? 0) / 1e6),
    finite: firstNonFinite === null,
    said: document.body.textContent?.includes('it may: of every two older steps') ?? false,
  };
}

/** Runs in the worker: counts the blocks that are allocated in the memory of WebAssembly and not freed, from here on. */
function countBlocks() {
  const wasm = Reflect.get(globalThis, '_tfengine').registry.wasm?.wasm;
  if (!wasm) return;
  // The module puts its functions in place when each is first called.
  wasm._free(wasm._malloc(1));
  let blocks = 0;
  const { _malloc: allocate, _free: free } = wasm;
  Object.assign(wasm, {
    _malloc: (/** @type {number} */ bytes) => {
      blocks += 1;
      return allocate(bytes);
    },
    _free: (/** @type {number} */ address) => {
      blocks -= 1;
      free(address);
    },
    blocks: () => blocks,
  });
}

/** Runs in the worker. */
function measureWorker() {
  const { wasm, webgl } = Reflect.get(globalThis, '_tfengine').registry;
  const bytes = webgl ? webgl.memory().numBytesInGPU : wasm.wasm.asm.memory.buffer.byteLength;
  return {
    tensors: webgl ? webgl.numDataIds() : wasm.wasm.blocks(),
    'tensors, MB': Math.round(bytes / 1e5) / 10,
  };
}
