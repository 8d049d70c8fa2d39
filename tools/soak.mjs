/**
 * Trains for long in the built page and prints whether anything grows: heap, history and tensors. `npm run soak` takes
 * 100,000 steps at S and 5,000 at M; `npm run soak -- 10000 500` fewer.
 */
import { chromium } from 'playwright';
import { preview } from 'vite';
import { findBrowser } from './browser.mjs';

const [small = 100_000, medium = 5000] = process.argv.slice(2).map(Number);
const networks = {
  S: { link: 'depth=10&width=16&batchSize=32&learningRate=0.001', steps: small },
  M: { link: 'depth=20&width=64&batchSize=64&learningRate=0.0001', steps: medium },
};

const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
const [url] = server.resolvedUrls?.local ?? [];
const isRoot = process.getuid?.() === 0;
const executablePath = await findBrowser();
if (!executablePath) throw new Error('There is no browser: npm test finds or gets one.');
const browser = await chromium.launch({
  executablePath,
  args: ['--disable-gpu', '--js-flags=--expose-gc', ...(isRoot ? ['--no-sandbox'] : [])],
});

for (const [name, { link, steps }] of Object.entries(networks)) {
  const page = await browser.newPage();
  await page.goto(`${url}#v=1&gain=1&backend=wasm&${link}`);
  await page.waitForFunction(() => globalThis.chainReaction !== undefined);
  await page.evaluate(() => globalThis.chainReaction.ready);
  const rows = [];
  for (let part = 1; part <= 5; part++) {
    await page.evaluate((count) => globalThis.chainReaction.run(count), Math.ceil(steps / 5));
    rows.push(await page.evaluate(measure));
  }
  console.log(`${name}, ${steps} steps`);
  console.table(rows);
  await page.close();
}
await browser.close();
await server.close();

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
