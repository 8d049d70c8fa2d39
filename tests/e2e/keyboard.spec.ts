import { expect, test } from '@playwright/test';
import { deep, open, settled, violations, watch } from './page';

test('keys run, step, reset and pin; not from inputs, and not when they are off', async ({
  page,
}) => {
  const complaints = watch(page);
  await open(page, '&depth=5&width=8&gain=1');
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
  const steps = () => page.evaluate(() => chainReaction.history().steps.at(-1) ?? 0);
  await page.keyboard.press('ArrowRight');
  await expect.poll(steps).toBe(1);
  await page.keyboard.press('b');
  await expect(page.locator('.pinned')).toHaveCount(1);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible();
  await page.keyboard.press('r');
  await expect.poll(steps).toBe(0);
  await page.getByRole('textbox', { name: 'Depth' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('r');
  expect(await steps()).toBe(0);
  await page.keyboard.press('Escape');
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Help' });
  await expect(help).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await help.getByLabel('Keys are on').uncheck();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await page.keyboard.press('ArrowRight');
  await settled(page);
  expect(await steps()).toBe(0);
  expect(complaints).toEqual([]);
});

test('the main job by keyboard and by names alone: hear, change, run, hear, fix', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await open(page, '&loss=meanSquaredError&learningRate=0.01');
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { name: /^Exploding: ×1\.4\d per layer/ })).toBeVisible();
  const gain = page.getByRole('textbox', { name: 'Gain', exact: true });
  await gain.focus();
  await gain.fill('2');
  await page.keyboard.press('Enter');
  await expect(
    main.getByRole('heading', { name: /^Exploding: ×1\.9\d|^Exploding: ×2/ }),
  ).toBeVisible();
  const run = page.getByRole('toolbar').getByRole('button', { name: 'Run' });
  await run.focus();
  await page.keyboard.press('Enter');
  const overflow = main.getByRole('heading', { name: /overflow at layer/ });
  await expect(overflow).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /overflow at layer/ })).toHaveCount(1);
  const fix = main.getByRole('button', { name: /Apply/ }).first();
  await fix.focus();
  await page.keyboard.press('Enter');
  await page.evaluate(() => chainReaction.ready);
  await expect(overflow).toHaveCount(0);
  await run.focus();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.evaluate(() => chainReaction.history().steps.at(-1) ?? 0), { timeout: 30_000 })
    .toBeGreaterThan(50);
  expect(await page.evaluate(() => chainReaction.history().firstNonFinite)).toBeNull();
});

test('the focus is never hidden behind a bar', deep, async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '&depth=5&width=8&gain=1');
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab');
    const hidden = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return null;
      const { left, top, width, height } = focused.getBoundingClientRect();
      if (width === 0 || height === 0) return null;
      const [x, y] = [left + width / 2, top + height / 2];
      const over = document.elementFromPoint(x, y);
      const isSeen = over !== null && (focused.contains(over) || over.contains(focused));
      return isSeen || over?.closest('label')?.contains(focused)
        ? null
        : focused.outerHTML.slice(0, 120);
    });
    expect(hidden).toBeNull();
  }
});

test('a plot that the keyboard reaches comes out from under the bar, also where the browser leaves it there', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '&depth=5&width=8&gain=1');
  await page.keyboard.press('Tab');
  const loss = page.getByRole('figure', { name: 'Loss' }).locator('svg.recharts-surface');
  const below = await loss.evaluate((plot: SVGElement) => {
    const bar = () => document.querySelector('.bottom-bar')?.getBoundingClientRect().top ?? 0;
    scrollBy(0, plot.getBoundingClientRect().top - bar() + 20);
    const before = plot.getBoundingClientRect().bottom - bar();
    plot.focus({ preventScroll: true });
    return { before, after: plot.getBoundingClientRect().bottom - bar() };
  });
  expect(below.before).toBeGreaterThan(0);
  expect(below.after).toBeLessThanOrEqual(0);
});

test('the first key of all leads past the bar and the settings', async ({ page }) => {
  await open(page, '&depth=5&width=8&gain=1');
  const skip = page.getByRole('button', { name: 'Skip to the charts' });
  await expect(skip).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'What happens' })).toBeFocused();
});

/** Listens to what is said to those who do not see the page: when, and what. */
const listen = () => {
  const said: { at: number; text: string }[] = [];
  Object.assign(globalThis, { said });
  const isSaid = (element: Element | null | undefined) => {
    const region = element?.closest('[role=status], [role=alert], output, [aria-live]');
    const politeness = region?.getAttribute('aria-live');
    return region && politeness !== 'off' ? region : null;
  };
  new MutationObserver((changes) => {
    const regions = new Set(
      changes.map(({ target }) =>
        isSaid(target instanceof Element ? target : target.parentElement),
      ),
    );
    for (const region of regions) {
      if (region) said.push({ at: performance.now(), text: region.textContent ?? '' });
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
};

test(
  'what changes is said politely, and at most once a second, while a run trains',
  deep,
  async ({ page }) => {
    await open(page, '&depth=8&width=16&gain=1&learningRate=0.01');
    await expect(page.getByRole('status').filter({ hasText: /Healthy.*Step 0/ })).toHaveCount(1);
    await page.evaluate(listen);
    await page.getByRole('toolbar').getByRole('button', { name: 'Run' }).click();
    const heard = () =>
      page.evaluate(() => Reflect.get(globalThis, 'said') as { at: number; text: string }[]);
    const times = async () => (await heard()).length;
    await expect.poll(times, { timeout: 20_000 }).toBeGreaterThan(3);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    const paused = await times();
    await expect.poll(times).toBeGreaterThan(paused);
    const said = await heard();
    console.log(said.map(({ at, text }) => `${at.toFixed(0)}: ${text}`).join('\n'));
    expect(said.map(({ text }) => text).join()).toMatch(/Training\..*Step [\d,]+\./s);
    const gaps = said.slice(1).map(({ at }, index) => at - (said[index]?.at ?? 0));
    for (const gap of gaps) expect(gap).toBeGreaterThan(950);
  },
);
