import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import type { Backend } from '../../src/experiment/backends';
import type { HistoryExport } from '../../src/state/page/pageInterface';

/** Marks a test that `npm run test:deep` runs, and a share of it CI. */
export const deep = { tag: '@deep' } as const;

/** Marks a test as deep unless it stands for its kind in every run. */
export const deepUnless = (isQuick: boolean) => (isQuick ? {} : deep);

/** Everything a page said that it should not have: errors, and what its policy refused. */
export function watch(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.hostname !== 'localhost') {
      complaints.push(`asked ${url.origin}`);
    }
  });
  return complaints;
}

/** Opens a link in the production build and waits until step 0 has been measured. */
export async function open(page: Page, link = '', backend: Backend = 'wasm'): Promise<void> {
  await page.goto(`/?software-webgl#v=1&seed=1&backend=${backend}${link}`);
  await ready(page);
}

/** Waits until a page that is being loaded has measured step 0. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => globalThis.chainReaction !== undefined);
  await page.evaluate(() => chainReaction.ready);
}

/** Waits until the page has stopped changing: nothing in the document does over eight frames. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let calm = 0;
        const observer = new MutationObserver(() => {
          calm = 0;
        });
        const everything = {
          attributes: true,
          characterData: true,
          childList: true,
          subtree: true,
        };
        observer.observe(document, everything);
        function frame() {
          calm += 1;
          if (calm <= 8) return requestAnimationFrame(frame);
          observer.disconnect();
          resolve();
        }
        requestAnimationFrame(frame);
      }),
  );
}

/** What the page keeps of each run and map: whether it is pinned, and which of its cells wait. */
interface Stored {
  readonly mark: unknown;
  readonly waiting: number;
}

/** Reads what the page keeps in a store of its database. */
export async function storedIn(page: Page, store: 'runs' | 'maps'): Promise<readonly Stored[]> {
  return page.evaluate(
    (name) =>
      new Promise<Stored[]>((resolve, reject) => {
        const opening = indexedDB.open('chain-reaction');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction(name).objectStore(name).getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            const isWaiting = (state: number) => state === 0;
            resolve(
              reading.result.map(({ mark = null, states = [] }) => ({
                mark,
                waiting: [...states].filter(isWaiting).length,
              })),
            );
          };
        };
      }),
    store,
  );
}

/** Runs code in the training worker before anything is computed, to let something fail there. */
export async function inWorker(page: Page, code: string): Promise<void> {
  await page.route(/entry-.*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n;${code}` });
  });
}

/** Trains through the page's own interface and gives back everything recorded. */
export async function train(page: Page, steps: number): Promise<HistoryExport> {
  return page.evaluate(async (count) => {
    if (count > 0) await chainReaction.run(count);
    return chainReaction.history();
  }, steps);
}

/** Growth of `‖∂L/∂h‖` per layer over the hidden layers, at the first recorded step. */
export function growthOf({ layers }: HistoryExport): number {
  const norms = layers.gradH.slice(1).map((steps) => steps[0] ?? Number.NaN);
  const [first = Number.NaN] = norms;
  return (first / (norms.at(-1) ?? Number.NaN)) ** (1 / (norms.length - 1));
}

/** The largest relative difference between two histories, over every loss and norm. */
export function difference(a: HistoryExport, b: HistoryExport): number {
  const numbers = ({ loss, layers }: HistoryExport) =>
    [loss, ...Object.values(layers).flat()].flat().map((value) => value ?? 0);
  const [left, right] = [numbers(a), numbers(b)];
  expect(left.length).toBe(right.length);
  return left.reduce((worst, value, index) => {
    const apart = Math.abs(value - (right[index] ?? Number.NaN));
    return Math.max(worst, apart / (Math.abs(value) + 1e-9));
  }, 0);
}

/**
 * What axe finds, the size of targets among it, each with the elements it is about. What a bar covers in part is not too
 * small: it can be scrolled.
 */
export async function violations(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe.source });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run({ rules: { 'target-size': { enabled: true } } })
      .then(({ violations }) => JSON.stringify(violations))`,
    awaitPromise: true,
  });
  const found = JSON.parse(result.value) as readonly Violation[];
  return found
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter((node) => !isCovered(node)) }))
    .filter(({ nodes }) => nodes.length > 0)
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const isCovered = ({ any }: Violation['nodes'][number]) =>
  any.some(({ data }) => data?.messageKey === 'partiallyObscured');

interface Violation {
  readonly id: string;
  readonly nodes: readonly {
    readonly html: string;
    readonly any: readonly { readonly data: { readonly messageKey?: string } | null }[];
  }[];
}
