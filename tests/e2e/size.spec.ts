import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { open } from './page';

/** Most kilobytes of compressed JavaScript: until the first paint, and in the worker of each backend. */
const limits = { entry: 200, wasm: 130, webgl: 160, cpu: 110 } as const;

const dist = join(import.meta.dirname, '../../dist');
const html = readFileSync(join(dist, 'index.html'), 'utf8');

function kilobytes(files: Iterable<string>): number {
  const sizes = [...files].map((file) => gzipSync(readFileSync(join(dist, file))).length);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** Scripts that the page and its worker ask for, by their path. */
function scriptsOf(page: Page): Set<string> {
  const scripts = new Set<string>();
  page.context().on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) scripts.add(pathname.slice(1));
  });
  return scripts;
}

const entry = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
  ([, file]) => file ?? '',
);

/** Whether a script draws charts: the page loads it beside the worker. */
const isOfCharts = (file: string) => readFileSync(join(dist, file), 'utf8').includes('recharts-');

test('the first paint needs little JavaScript, and no tfjs', () => {
  const size = kilobytes(entry);
  console.log(`entry: ${size.toFixed(0)} kB gzip`);
  expect(size).toBeLessThan(limits.entry);
  for (const file of entry) {
    expect(readFileSync(join(dist, file), 'utf8')).not.toContain('BatchMatMul');
  }
});

for (const backend of ['cpu', 'wasm', 'webgl'] as const) {
  test(`the worker loads ${backend} alone`, async ({ page }) => {
    const scripts = scriptsOf(page);
    await open(page, '&depth=3', backend);
    await expect(page.locator('.recharts-surface').first()).toBeVisible();
    const own = [...scripts].filter((file) => !entry.includes(file) && !isOfCharts(file));
    const size = kilobytes(own);
    console.log(`worker on ${backend}: ${size.toFixed(0)} kB gzip in ${own.length} files`);
    expect(own.length).toBeGreaterThan(1);
    expect(size).toBeLessThan(limits[backend]);
  });
}
