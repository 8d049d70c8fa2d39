/**
 * Measures the built page while it trains: main-thread tasks over 50 ms, frames a second, how soon Pause
 * answers, how soon a press shows, and the page's heap. `npm run bench:page [-- seconds]` prints a table.
 */
import { serveBuilt } from '../built.mjs';

const seconds = Number(process.argv[2] ?? 20);

const networks = {
  'M: depth 20': 'v=1&depth=20&width=64&batchSize=64&gain=1&learningRate=0.001&backend=wasm',
  'depth 100': 'v=1&depth=100&width=64&batchSize=64&gain=1&learningRate=1e-5&backend=wasm',
};

const sizes = {
  'M: depth 20, width 64': 'v=1&depth=20&width=64&batchSize=64',
  'L: depth 50, width 128': 'v=1&depth=50&width=128&batchSize=128',
};

/** The first look where WebAssembly is pinned, and by default, where the page looks for a graphics processor first. */
const looks = Object.entries(sizes).flatMap(([name, hash]) =>
  ['wasm', 'auto'].map(
    (backend) => /** @type {const} */ ([`${name}, ${backend}`, `${hash}&backend=${backend}`]),
  ),
);

const pressed = 'v=1&depth=50&width=64&batchSize=64&gain=1&learningRate=1e-5&backend=wasm';

const built = await serveBuilt();
const browser = await built.browser();

const rows = [];
for (const [name, hash] of Object.entries(networks)) rows.push({ name, ...(await measure(hash)) });
console.table(Object.fromEntries(rows.map(({ name, ...row }) => [name, row])));
for (const [name, hash] of looks) {
  const page = await open(hash);
  const time = await page.evaluate(lookAgain, 50);
  console.log(
    `${name}: a changed control shows the new step 0 in ${time} ms (median of 50 changes)`,
  );
  await page.close();
}
console.log('A press at depth 50, width 64, while it trains:', await presses(pressed));
await browser.close();
await built.close();

/**
 * Opens the page on an experiment, lets it train and measures.
 * @param {string} hash
 */
async function measure(hash) {
  const page = await open(hash);
  const found = await page.evaluate(observe, seconds);
  await page.close();
  return found;
}

/** @param {string} hash */
async function open(hash) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await built.open(page, `#${hash}`);
  await page.waitForTimeout(1500);
  return page;
}

/**
 * Presses buttons and keys all over the page while it trains: the time from each to the next frame that shows it.
 * @param {string} hash
 */
async function presses(hash) {
  const page = await open(hash);
  await page.evaluate(() => {
    /** @type {number[]} */
    const times = [];
    Object.assign(globalThis, { times });
    const options = { type: 'event', durationThreshold: 16 };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (Reflect.get(entry, 'interactionId')) times.push(entry.duration);
      }
    }).observe(options);
    globalThis.chainReaction.run();
  });
  const places = [
    '.chart-segments label',
    '.help-button',
    '.step-slider button',
    '.page-buttons button',
  ];
  for (let round = 0; round < 3; round++) {
    for (const place of places) {
      for (const target of (await page.locator(`${place}:visible`).all()).slice(0, 4)) {
        await target.click({ timeout: 2000 }).catch(() => undefined);
        await page.keyboard.press('Escape');
        await page.waitForTimeout(100);
      }
    }
  }
  const times = await page.evaluate(
    () => /** @type {number[]} */ (Reflect.get(globalThis, 'times')),
  );
  await page.close();
  const sorted = times.toSorted((a, b) => a - b);
  return `${sorted.length} interactions, median ${sorted[Math.floor(sorted.length / 2)]} ms, largest ${sorted.at(-1)} ms`;
}

/**
 * Runs in the page: moves a slider and waits for each new first look.
 * @param {number} changes
 */
async function lookAgain(changes) {
  const times = [];
  for (let change = 0; change < changes; change++) {
    const start = performance.now();
    globalThis.chainReaction.set({ gain: 1 + change / 100 });
    await globalThis.chainReaction.ready;
    times.push(performance.now() - start);
  }
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(changes / 2)] ?? 0);
}

/**
 * Runs in the page.
 * @param {number} duration seconds
 */
async function observe(duration) {
  const memory = /** @type {{ memory?: { usedJSHeapSize: number } }} */ (performance).memory;
  const heap = () => Math.round((memory?.usedJSHeapSize ?? 0) / 1e6);
  /** @type {number[]} */
  const tasks = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration: time } of list.getEntries()) tasks.push(Math.round(time));
  });
  observer.observe({ type: 'longtask' });
  let frames = 0;
  let watching = true;
  const count = () => {
    frames += 1;
    if (watching) requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  const before = heap();
  const start = performance.now();
  globalThis.chainReaction.run();
  await new Promise((resolve) => setTimeout(resolve, duration * 1000));
  const elapsed = (performance.now() - start) / 1000;
  watching = false;
  observer.disconnect();
  const pauses = [];
  for (let press = 0; press < 5; press++) {
    const pressed = performance.now();
    await globalThis.chainReaction.pause();
    pauses.push(Math.round(performance.now() - pressed));
    globalThis.chainReaction.run();
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  await globalThis.chainReaction.pause();
  return {
    steps: globalThis.chainReaction.history().steps.at(-1),
    'tasks > 50 ms': tasks.length,
    'longest, ms': Math.max(0, ...tasks),
    'frames/s': Math.round(frames / elapsed),
    'pause, ms': pauses.join(' '),
    'heap, MB': `${before} → ${heap()}`,
  };
}
