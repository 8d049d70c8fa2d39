import { expect, test } from '@playwright/test';
import { deep, deepUnless, inWorker, open, train } from './page';

const network = '&depth=4&width=8&gain=1&batchSize=16';

for (const [name, code, said] of [
  [
    'is absent',
    'OffscreenCanvas.prototype.getContext = () => null;',
    'This browser offers no hardware WebGL 2 here.',
  ],
  [
    'computes in half precision only',
    `const extension = WebGL2RenderingContext.prototype.getExtension;
     WebGL2RenderingContext.prototype.getExtension = function (name) {
       return name === 'EXT_color_buffer_float' ? null : extension.call(this, name);
     };`,
    'This GPU computes only in half precision, which overflows at 65504.',
  ],
  [
    'fails while it is opened',
    "OffscreenCanvas.prototype.getContext = () => { throw new Error('refused'); };",
    'It could not be started in this browser.',
  ],
] as const) {
  test(
    `WebGL that ${name}: WebAssembly computes, and the page says why`,
    deepUnless(name === 'is absent'),
    async ({ page }) => {
      await inWorker(page, code);
      await open(page, network, 'webgl');
      expect((await train(page, 3)).backend).toBe('wasm');
      await expect(page.locator('.backend')).toContainText(said);
    },
  );
}

test('no memory while a network is built: what was recorded stays, and a smaller one trains', async ({
  page,
}) => {
  await inWorker(
    page,
    `const Plain = Float32Array;
     globalThis.Float32Array = new Proxy(Plain, {
       construct(target, [size, ...rest], made) {
         if (size === 200 * 200) throw new RangeError('Array buffer allocation failed');
         return Reflect.construct(target, [size, ...rest], made === globalThis.Float32Array ? target : made);
       },
     });`,
  );
  await open(page, network, 'cpu');
  const before = await train(page, 5);
  await page.evaluate(() => chainReaction.set({ width: 200 }));
  await expect(page.getByText('Array buffer allocation failed').first()).toBeVisible();
  expect((await train(page, 0)).loss).toEqual(before.loss);
  await page.evaluate(() => chainReaction.set({ width: 12 }));
  await page.evaluate(() => chainReaction.ready);
  expect((await train(page, 5)).steps.at(-1)).toBe(5);
  await expect(page.getByText('Array buffer allocation failed')).toHaveCount(0);
});

test(
  'minutes in a hidden tab: the run goes on there, and nothing is taken for lost',
  deep,
  async ({ page }) => {
    await page.clock.install();
    await open(page, network);
    const setHidden = (hidden: boolean) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { value, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await setHidden(true);
    const running = page.evaluate(() => chainReaction.run(200));
    await page.clock.fastForward(300_000);
    await page.clock.resume();
    await running;
    await setHidden(false);
    await page.clock.fastForward(300_000);
    const hidden = await train(page, 10);
    await expect(page.getByText(/The worker was lost/)).toHaveCount(0);
    await page.goto('about:blank');
    await open(page, network);
    expect((await train(page, 210)).loss).toEqual(hidden.loss);
  },
);

test('a newer version put online under the open page: a part that is gone is named, the rest works', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await open(page, network);
  await page.route(/assets\/.*\.js$/, (route) => route.fulfill({ status: 404, body: '' }));
  await page.getByRole('button', { name: 'Learn', exact: true }).click();
  await expect(page.getByText('A part of this page could not be loaded')).toBeVisible();
  await page.getByRole('button', { name: 'Training', exact: true }).click();
  expect((await train(page, 5)).steps.at(-1)).toBe(5);
  await page.unroute(/assets\/.*\.js$/);
  await page.evaluate(() => Object.assign(globalThis, { isOld: true }));
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.waitForFunction(
    () => !('isOld' in globalThis) && globalThis.chainReaction !== undefined,
  );
  await page.getByRole('button', { name: 'Learn', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Lessons' })).toBeVisible();
  await context.close();
});

test(
  'a WebGL context that is lost again and again: WebAssembly goes on from what was recorded',
  deep,
  async ({ page }) => {
    test.setTimeout(120_000);
    await inWorker(
      page,
      `const open = OffscreenCanvas.prototype.getContext;
     OffscreenCanvas.prototype.getContext = function (...a) {
       const context = open.apply(this, a);
       setTimeout(() => context?.getExtension('WEBGL_lose_context')?.loseContext(), 2500);
       return context;
     };`,
    );
    await open(page, network, 'webgl');
    const running = page.evaluate(() => chainReaction.run(2000));
    await expect(page.getByText(/WebAssembly/).first()).toBeVisible({ timeout: 90_000 });
    await running;
    const history = await train(page, 0);
    expect(history.backend).toBe('wasm');
    expect(history.steps).toEqual(Array.from({ length: 2001 }, (_, step) => step));
    await expect(page.getByText(/The worker was lost/)).toContainText('WebAssembly');
  },
);
