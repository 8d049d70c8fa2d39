import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, expect, it } from 'vitest';
import { serviceWorker } from '../../tools/serviceWorker.mjs';

const root = mkdtempSync(join(tmpdir(), 'chain-reaction-'));

/** Builds a page that loads one script. */
function buildPage(script: string) {
  writeFileSync(join(root, 'index.html'), '<script type="module" src="./main.js"></script>');
  writeFileSync(join(root, 'main.js'), script);
  return build({ root, configFile: false, logLevel: 'silent', plugins: [serviceWorker()] });
}

afterAll(() => rmSync(root, { recursive: true }));

it('a build that fails shows its own error', async () => {
  await expect(buildPage('import "./nowhere.js";')).rejects.toThrow('nowhere.js');
});

it('lists every file of a build', async () => {
  await buildPage('console.log("a page")');
  const worker = readFileSync(join(root, 'dist/sw.js'), 'utf8');
  expect(worker).toContain('index.html');
  expect(worker).toMatch(/assets\/index-[^"]+\.js/);
});
