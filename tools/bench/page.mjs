/**
 * Measures the built page: how soon the first chart stands and a moved slider shows; while it trains, main-thread tasks
 * over 50 ms, frames a second, how soon Pause answers and a press shows, and the page's heap; and prints what is asked
 * for beside each figure.
 */
import { serveBuilt } from '../built.mjs';
import { flag, names, number, readOptions } from '../options.mjs';

const { values } = readOptions(
  'npm run bench:page -- [--built] [--seconds NUMBER] [--changes NUMBER] [--measures training,start,slider,presses]',
  {
    built: flag,
    seconds: number(20, { least: 0.1, isWhole: false }),
    changes: number(50),
    measures: names(['training', 'start', 'slider', 'presses']),
  },
);

const networks = {
  'M: depth 20': 'v=1&depth=20&width=64&batchSize=64&gain=1&learningRate=0.001&backend=wasm',
  'depth 100': 'v=1&depth=100&width=64&batchSize=64&gain=1&learningRate=1e-5&backend=wasm',
  'M, auto': 'v=1&depth=20&width=64&batchSize=64&gain=1&learningRate=0.001&backend=auto',
  'M, digits':
    'v=1&dataset=digits&depth=20&width=64&batchSize=64&gain=1&learningRate=0.001&backend=wasm',
};

/** Networks on which a slider moves, and within how many milliseconds each change is to show. */
const moved = {
  'M: depth 20, width 64': { hash: 'v=1&depth=20&width=64&batchSize=64', most: 100 },
  'M, digits': { hash: 'v=1&dataset=digits&depth=20&width=64&batchSize=64', most: 100 },
  'L: depth 50, width 128': { hash: 'v=1&depth=50&width=128&batchSize=128', most: 400 },
};

/** The first look where WebAssembly is pinned, and by default, where the page looks for a graphics processor first. */
const looks = Object.entries(moved).flatMap(([name, { hash, most }]) =>
  ['wasm', 'auto'].map((backend) => ({
    name: `${name}, ${backend}`,
    hash: `${hash}&backend=${backend}`,
    most,
  })),
);

/** What is asked for while the page trains, by the names of the figures. */
const limits = {
  'tasks > 50 ms': 'none',
  'frames/s': '≥ 50',
  'pause, ms': '≤ 100',
  'heap, MB': 'flat',
};

/** Most milliseconds from navigation to the first chart. */
const mostToFirstChart = 2000;

const pressed = 'v=1&depth=50&width=64&batchSize=64&gain=1&learningRate=1e-5&backend=wasm';

const built = await serveBuilt(values.built);
const browser = await built.browser();

/** @type {Record<string, () => Promise<void>>} */
const measures = {
  async training() {
    const rows = [];
    for (const [name, hash] of Object.entries(networks)) rows.push([name, await measure(hash)]);
    console.table({ ...Object.fromEntries(rows), limit: limits });
  },
  async start() {
    console.log(
      `The first chart stands ${await firstChart()} ms after navigation (at most ${mostToFirstChart})`,
    );
  },
  async slider() {
    for (const { name, hash, most } of looks) {
      const page = await open(hash);
      const times = await page.evaluate(slide, values.changes);
      const at = (/** @type {number} */ share) => times[Math.floor(share * (times.length - 1))];
      console.log(
        `${name}: a moved slider shows in the norms after ${at(0.5)} ms (median of ${times.length}; at most ${most}), 90 % within ${at(0.9)} ms`,
      );
      await page.close();
    }
  },
  async presses() {
    console.log('A press at depth 50, width 64, while it trains:', await presses(pressed));
  },
};
for (const name of values.measures) await measures[name]?.();
await browser.close();
await built.close();

/**
 * Opens the page on an experiment, lets it train and measures.
 * @param {string} hash
 */
async function measure(hash) {
  const page = await open(hash);
  const found = await page.evaluate(observe, values.seconds);
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

/** Milliseconds from navigation to the first dots of a chart, on a page that nothing has cached. */
async function firstChart() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${built.url}#${networks['M: depth 20']}`);
  const time = await page.evaluate(async () => {
    while (!document.querySelector('.chart-dot')) await new Promise(requestAnimationFrame);
    return Math.round(performance.now());
  });
  await context.close();
  return time;
}

/**
 * Runs in the page: drags the slider of the gain and waits after each move until the dots of the norms have moved.
 * @param {number} count
 */
async function slide(count) {
  const slider = /** @type {HTMLInputElement} */ (
    document.querySelector('input[type=range][aria-label=Gain]')
  );
  const card = document.querySelector('.chart-dot')?.closest('.chart-card');
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  const dots = () =>
    [...(card?.querySelectorAll('.chart-dot') ?? [])].map((dot) => dot.getAttribute('cy')).join();
  const first = Number(slider.value);
  const times = [];
  for (let move = 0; move < count; move++) {
    const before = dots();
    const start = performance.now();
    setValue?.call(slider, String(first + 1 + (move % 5)));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    while (dots() === before) {
      if (performance.now() - start > 10_000)
        throw new Error('The norms do not follow the slider.');
      await new Promise(requestAnimationFrame);
    }
    times.push(Math.round(performance.now() - start));
  }
  return times.toSorted((a, b) => a - b);
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
