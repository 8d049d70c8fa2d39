import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { preview } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, button, buttonThatBegins, until } from './browser';
import { backends, historyDifferences, names } from './histories';

/** Where a step that fails leaves what was on screen. */
const pictures = 'test-results/smoke';

const exploding = '#v=1&seed=1&backend=wasm&gain=1.5';
const small = '#v=1&seed=1&backend=wasm&depth=5&width=8&gain=1';

/** The log of a training whose gradient grows 1.6 times a layer towards the input. */
const log = [
  'step,layer,loss,gradW',
  ...[0, 1, 2].flatMap((step) =>
    Array.from({ length: 12 }, (_, l) => `${step},${l + 1},2,${1.6 ** (12 - l)}`),
  ),
  '',
].join('\n');

/** Collects what the page should not have said, from when it is there. */
function listen(): void {
  const complaints: string[] = [];
  Object.assign(globalThis, { complaints });
  addEventListener('error', ({ message }) => {
    // Sizes that follow from sizes wait for the next frame; Firefox says so.
    if (!message.startsWith('ResizeObserver loop')) complaints.push(message);
  });
  addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    complaints.push(`${violatedDirective} ${blockedURI}`),
  );
}

/** How far the page is wider than its window, in pixels. */
const overflow = () => document.documentElement.scrollWidth - innerWidth;

/** Walks a browser through the built page as somebody would who has a few minutes. */
export function walk(name: string, start: () => Promise<Browser>): void {
  describe(name, () => {
    let browser: Browser;
    let server: Awaited<ReturnType<typeof preview>>;
    let url: string;

    beforeAll(async () => {
      server = await preview({ logLevel: 'error' });
      url = server.resolvedUrls?.local[0] ?? '';
      browser = await start();
      console.log(browser.version);
    });

    afterEach(async ({ task }) => {
      if (task.result?.state !== 'fail') return;
      mkdirSync(pictures, { recursive: true });
      writeFileSync(join(pictures, `${name}: ${task.name}.png`), await browser.picture());
    });

    afterAll(async () => {
      await browser?.close();
      await server.close();
    });

    async function open(link: string, query = ''): Promise<void> {
      await browser.open(`${url}${query}${link}`);
      await until(browser, 'the page is there', () => globalThis.chainReaction !== undefined);
      await browser.evaluate(listen);
      await browser.evaluate(() => chainReaction.ready);
    }

    const quiet = async () => {
      const said = () => (globalThis as unknown as { complaints: string[] }).complaints;
      expect(await browser.evaluate(said)).toEqual([]);
    };

    it('shows the network before it trains', async () => {
      await open(exploding);
      await until(
        browser,
        'a dot for each layer',
        () => document.querySelectorAll('.chart-dot').length >= 20,
      );
      await quiet();
    });

    it('explodes at a click on Run, and a fix is applied', async () => {
      await browser.click(button('Run'));
      await until(
        browser,
        'the run is not finite',
        () => chainReaction.history().firstNonFinite !== null,
      );
      await browser.click(buttonThatBegins('Apply: '));
      await browser.evaluate(() => chainReaction.ready);
      expect(await browser.evaluate(() => chainReaction.experiment().gain)).toBe(1);
      expect(await browser.evaluate(() => chainReaction.history().firstNonFinite)).toBeNull();
      await quiet();
    });

    it('listens to keys: a step, a pin, back to the start', async () => {
      await browser.press('Escape');
      await browser.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await browser.press('ArrowRight');
      await until(browser, 'one step', () => chainReaction.history().steps.at(-1) === 1);
      await browser.press('b');
      await until(browser, 'a pin', () => document.querySelectorAll('.pinned').length === 1);
      await browser.press('r');
      await until(browser, 'step 0', () => chainReaction.history().steps.at(-1) === 0);
    });

    it('trains until it is paused', async () => {
      await browser.click(button('Run'));
      await until(browser, '20 steps', () => (chainReaction.history().steps.at(-1) ?? 0) > 20);
      await browser.click(button('Pause'));
      await until(browser, 'a pause', () =>
        [...document.querySelectorAll('button')].some((one) => one.textContent === 'Run'),
      );
      await quiet();
    });

    it('opens every view', async () => {
      for (const view of ['Safeguards', 'Map', 'Your log', 'Learn', 'Training']) {
        await browser.click(button(view));
        await until(
          browser,
          view,
          (shown) =>
            document.querySelector('.view-switch [aria-current]')?.textContent === shown &&
            document.querySelectorAll('main h2').length > 0,
          view,
        );
      }
      await quiet();
    });

    it('reads a log that is dropped on it', async () => {
      await browser.evaluate((text) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], 'train.csv'));
        dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      }, log);
      await until(
        browser,
        'its verdict',
        () =>
          document
            .querySelector('.log-findings')
            ?.textContent?.includes('Exploding: ×1.6 per layer') === true,
      );
      await browser.click(button('Training'));
      await quiet();
    });

    it('exports a script, saves a run, and shares a link', async () => {
      await open(small);
      await browser.click(button('Export'));
      await browser.click('//dialog[@open]//label[normalize-space(.)="Code"]');
      await until(browser, 'a script', () =>
        [...document.querySelectorAll<HTMLTextAreaElement>('dialog textarea')].some(({ value }) =>
          value.includes('import torch'),
        ),
      );
      await browser.click('//dialog[@open]//label[normalize-space(.)="This run"]');
      await browser.evaluate(() => {
        const asked = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (content: Blob) => {
          void content.text().then((text) => Object.assign(globalThis, { saved: text }));
          return asked(content);
        };
        HTMLAnchorElement.prototype.click = () => {};
      });
      await browser.click(button('Save as CSV'));
      await until(browser, 'a table', () =>
        String(Reflect.get(globalThis, 'saved')).startsWith('step,layer,loss'),
      );
      await browser.click('//dialog[@open]//button[normalize-space(.)="Close"]');
      await browser.click(button('Share'));
      await until(
        browser,
        'the link, copied or shown',
        () => document.querySelector('.share .copied, .link-dialog[open] input') !== null,
      );
      await quiet();
    });

    for (const backend of backends) {
      // Plain JavaScript takes its time.
      const options = { timeout: 180_000, tags: backend === 'cpu' ? ['deep'] : [] };
      it(`gives six recorded histories bit for bit on ${backend}`, options, async () => {
        await open(small);
        for (const history of names) {
          expect(await historyDifferences(browser, history, backend)).toEqual([]);
        }
        await quiet();
      });
    }

    it('fits a phone, and hides no focus behind its bars', async () => {
      await browser.resize(390, 844);
      await open(small);
      expect(await browser.evaluate(overflow)).toBeLessThanOrEqual(0);
      // A window that nobody clicked into has no focus in WebKit.
      await browser.click('//header//h1');
      for (let presses = 0; presses < 40; presses++) {
        await browser.press('Tab');
        await expect.poll(() => browser.evaluate(hiddenFocus), { timeout: 3000 }).toBe('');
      }
      await quiet();
      await browser.resize(1440, 900);
      expect(await browser.evaluate(overflow)).toBeLessThanOrEqual(0);
    });

    it('trains on WebGL, where it can be had', async () => {
      const has = await browser.evaluate(
        () => new OffscreenCanvas(1, 1).getContext('webgl2') !== null,
      );
      if (!has) return console.log(`!!! ${name}: no WebGL here. !!!`);
      await open(`${small.replace('wasm', 'webgl')}`, '?software-webgl');
      await browser.evaluate(() => chainReaction.run(3));
      const { backend, steps } = await browser.evaluate(() => chainReaction.history());
      console.log(`${name}: asked for webgl, ${backend} computes`);
      expect(steps.at(-1)).toBe(3);
      await quiet();
    });

    it('trains in a frame below the fold', async () => {
      await browser.open(`${url}example.html`);
      await browser.evaluate(() => {
        const frame = document.querySelector('iframe');
        if (!frame) throw new Error('There is no frame.');
        frame.style.marginTop = '4000px';
      });
      await browser.click('//button[@id="start"]');
      await until(
        browser,
        'three rows',
        () => document.querySelectorAll('#results tr').length === 3,
      );
    });

    it('opens again without a network', async () => {
      await open(small);
      await browser.evaluate(async () => void (await navigator.serviceWorker.ready));
      await server.close();
      await open(small.replace('depth=5', 'depth=6'));
      await browser.evaluate(() => chainReaction.run(5));
      expect(await browser.evaluate(() => chainReaction.history().steps.length)).toBe(6);
      await quiet();
    });
  });
}

/** The element that has the focus, and what lies over it; '' where nothing does. */
function hiddenFocus(): string {
  const focused = document.activeElement;
  // A window that is not active, as WebKit's without a window manager, shows no focus at all.
  if (!focused?.matches(':focus') || focused === document.body) return '';
  const { left, top, width, height } = focused.getBoundingClientRect();
  if (width === 0 || height === 0) return '';
  const over = document.elementFromPoint(left + width / 2, top + height / 2);
  const isSeen = over !== null && (focused.contains(over) || over.contains(focused));
  if (isSeen || over?.closest('label')?.contains(focused)) return '';
  const name = (element: Element | null) => element?.outerHTML.slice(0, 120) ?? 'nothing';
  return `${name(focused)} at ${left}, ${top} lies under ${name(over)}`;
}
