/**
 * Trains for long in the built page, prints its heap, its records and the memory of the browser's processes, tensors and
 * WebAssembly included, and fails if any of them grows beyond its bound. `npm run soak` takes 100,000 steps at S and
 * 5,000 at M; `npm run soak -- 10000 500` fewer.
 */
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { findBrowser } from './browser.mjs';

const [small = 100_000, medium = 5000] = process.argv.slice(2).map(Number);
const networks = {
  S: { link: 'depth=10&width=16&batchSize=32&learningRate=0.001', steps: small },
  M: { link: 'depth=20&width=64&batchSize=64&learningRate=0.0001', steps: medium },
};

/**
 * The most that the page's heap may hold, that the processes may hold more at the end than after the first part, while
 * the history fills, and than after the first part that found the history full.
 */
const bounds = { heap: 200, filling: 500, full: 150 };

const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
const [url] = server.resolvedUrls?.local ?? [];
const isRoot = process.getuid?.() === 0;
const executablePath = await findBrowser();
if (!executablePath) throw new Error('There is no browser: npm test finds or gets one.');
const browser = await chromium.launch({
  executablePath,
  args: ['--disable-gpu', '--js-flags=--expose-gc', ...(isRoot ? ['--no-sandbox'] : [])],
});

const devtools = await browser.newBrowserCDPSession();
const faults = [];

for (const [name, { link, steps }] of Object.entries(networks)) {
  const page = await browser.newPage();
  await page.goto(`${url}#v=1&gain=1&backend=wasm&${link}`);
  await page.waitForFunction(() => globalThis.chainReaction !== undefined);
  await page.evaluate(() => globalThis.chainReaction.ready);
  /** @type {(ReturnType<typeof measure> & { 'processes, MB': number })[]} */
  const rows = [];
  for (let part = 1; part <= 5; part++) {
    await page.evaluate((count) => globalThis.chainReaction.run(count), Math.ceil(steps / 5));
    rows.push({ ...(await page.evaluate(measure)), 'processes, MB': await resident() });
  }
  console.log(`${name}, ${steps} steps`);
  console.table(rows);
  const held = (/** @type {number} */ row) => rows.at(row)?.['processes, MB'] ?? 0;
  const filling = held(-1) - held(0);
  const full = held(-1) - held(rows.findIndex(({ thinned }) => thinned));
  if (filling > bounds.filling) faults.push(`${name}: the processes grew by ${filling} MB`);
  if (full > bounds.full) faults.push(`${name}: with a full history they grew by ${full} MB`);
  for (const { step, finite, 'page heap, MB': heap } of rows) {
    if (heap > bounds.heap) faults.push(`${name}: a heap of ${heap} MB at step ${step}`);
    if (!finite) faults.push(`${name}: not finite at step ${step}`);
  }
  await page.close();
}
await browser.close();
await server.close();
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

/** What the browser's processes hold in memory, in MB; 0 where the system does not say. */
async function resident() {
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  const pages = processInfo.map(({ id }) => {
    try {
      return Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]);
    } catch {
      return 0;
    }
  });
  return Math.round((pages.reduce((sum, count) => sum + count, 0) * 4096) / 1e6);
}

/** Runs in the page. */
function measure() {
  globalThis.gc?.();
  const memory = /** @type {{ memory?: { usedJSHeapSize: number } }} */ (performance).memory;
  const { steps, thinned, firstNonFinite } = globalThis.chainReaction.history();
  return {
    step: steps.at(-1),
    records: steps.length,
    thinned,
    'page heap, MB': Math.round((memory?.usedJSHeapSize ?? 0) / 1e6),
    finite: firstNonFinite === null,
  };
}
