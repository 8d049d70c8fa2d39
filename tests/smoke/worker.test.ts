import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const assets = join(import.meta.dirname, '../../dist/assets');
const scripts = readdirSync(assets)
  .filter((file) => file.endsWith('.js'))
  .map((file) => ({ file, code: readFileSync(join(assets, file), 'utf8') }));

const started = /new Worker\((?:new URL\()+["'`]([^"'`]+)["'`]/g;
const imported = /(?:from|import)\s*\(?\s*["'`]\.\/([^"'`]+)["'`]/g;

it('no script of the build imports the entry of a worker, which WebKit would evaluate twice', () => {
  const entries = scripts.flatMap(({ code }) =>
    [...code.matchAll(started)].map(([, file = '']) => file),
  );
  expect(entries.join()).toMatch(/^.*entry-.*\.js.*$/);
  const imports = scripts.flatMap(({ file, code }) =>
    [...code.matchAll(imported)].map(([, asked = '']) => ({ file, asked })),
  );
  expect(imports.length).toBeGreaterThan(entries.length);
  expect(imports.filter(({ asked }) => entries.includes(asked))).toEqual([]);
});
