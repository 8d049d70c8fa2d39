import { appendFileSync, cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { deep, ready, watch } from './page';

test.use({ serviceWorkers: 'allow' });

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

let folder: string;
let server: Server;
let url: string;

/** The build in a folder of its own under a sub-path, so that another version can take its place. */
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chain-reaction-offline-'));
  cpSync(join(import.meta.dirname, '../../dist'), folder, { recursive: true });
  server = createServer(({ url: asked = '' }, response) => {
    const { pathname } = new URL(asked, 'http://localhost');
    const file = pathname.replace(/^\/some\/where\//, '') || 'index.html';
    try {
      const content = readFileSync(join(folder, file));
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'text/plain' });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  url = `http://localhost:${(server.address() as AddressInfo).port}/some/where/`;
});

test.afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const kept = (page: Page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    return active !== null;
  });

test(
  'works with the network cut after the first visit, from any sub-path',
  deep,
  async ({ page, context }) => {
    const complaints = watch(page);
    await page.goto(`${url}#v=1&depth=6&width=12&gain=1&backend=wasm`);
    await ready(page);
    expect(await kept(page)).toBe(true);
    await context.setOffline(true);
    server.closeAllConnections();
    server.close();
    await page.goto('about:blank');
    await page.goto(`${url}#v=1&depth=7&width=12&gain=1&backend=wasm`);
    await ready(page);
    await page.evaluate(() => chainReaction.run(5));
    expect(await page.evaluate(() => chainReaction.history().steps.length)).toBe(6);
    expect(await page.evaluate(async () => (await fetch('licenses.md')).ok)).toBe(true);
    await page.getByRole('button', { name: 'Learn', exact: true }).click();
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Map of stability' })).toBeVisible();
    expect(complaints.filter((said) => !said.includes('sw.js'))).toEqual([]);
  },
);

test('a newer build waits until it is asked for', async ({ page }) => {
  await page.goto(`${url}#v=1&depth=6&width=12&gain=1&backend=wasm`);
  await ready(page);
  expect(await kept(page)).toBe(true);
  await expect(page.getByText('A newer version is ready.')).toHaveCount(0);
  appendFileSync(join(folder, 'sw.js'), '\n// newer\n');
  writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await page.reload();
  await ready(page);
  await expect(page.getByText('A newer version is ready.')).toBeVisible({ timeout: 20_000 });
  await page.evaluate(() => Object.assign(globalThis, { isOld: true }));
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.waitForFunction(() => !('isOld' in globalThis));
  await ready(page);
  await expect(page.getByText('A newer version is ready.')).toHaveCount(0);
  expect(await page.evaluate(() => chainReaction.experiment().depth)).toBe(6);
});
