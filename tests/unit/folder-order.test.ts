import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf } from '../support/imports';

/** The order of src's folders: a file imports from its own folder and from folders above it. */
const order = [
  'base',
  'ops',
  'catalog',
  'table',
  'experiment',
  'history',
  'log',
  'theory',
  'diagnosis',
  'learn',
  'exchange',
  'engine',
  'code',
  'worker',
  'study',
  'state',
  'i18n',
  'ui',
];

/** `src/ui/panels/run.tsx` → `ui`; a file right in src (the page's entry) has no folder. */
const folderOf = (path: string) => (path.split('/').length > 2 ? path.split('/')[1] : undefined);

/** What is wrong with `file` importing `specifier`, if anything. */
function violation(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('node:')) return 'the page has no Node modules';
  if (specifier.startsWith('@tensorflow/'))
    return file.startsWith('src/engine/tfjs') ? undefined : 'only src/engine/tfjs* loads tfjs';
  if (!specifier.startsWith('.')) return undefined;

  const from = folderOf(file);
  if (from === undefined) return undefined;
  const target = posix.join(posix.dirname(file), specifier);
  const to = folderOf(`${target}/`);
  if (!target.startsWith('src/') || to === undefined || !order.includes(to))
    return 'outside the folders of src';
  if (from === 'ui' && to === 'engine') return 'ui never imports the engine';
  if (from === 'ui' && target.startsWith('src/worker/server'))
    return 'ui never imports the worker’s server';
  if (order.indexOf(to) > order.indexOf(from)) return `${to} comes after ${from}`;
  return undefined;
}

/** All violations in `files` (path → source), each as `path → import: reason`. */
function violations(files: Record<string, string>): string[] {
  return Object.entries(files).flatMap(([file, source]) => {
    const folder = folderOf(file);
    const unlisted = folder !== undefined && !order.includes(folder);
    const imports = importsOf(file, source).flatMap((specifier) => {
      const reason = violation(file, specifier);
      return reason === undefined ? [] : [`${file} → ${specifier}: ${reason}`];
    });
    return unlisted ? [`${file}: ${folder} is not in the list of folders`, ...imports] : imports;
  });
}

function sourceFiles(): Record<string, string> {
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')]));
}

describe('folder order', () => {
  it('holds in src', () => {
    const files = sourceFiles();
    expect(Object.keys(files).length).toBeGreaterThan(0);
    expect(violations(files)).toEqual([]);
  });

  it.each([
    ['static import', 'import { a } from "../engine/a";'],
    ['side effect', 'import "../engine/a";'],
    ['type import', 'import type { A } from "../engine/a";'],
    ['re-export', 'export { a } from "../engine/a";'],
    ['re-export of all', 'export * from "../engine/a";'],
    ['dynamic import', 'const a = await import("../engine/a");'],
    ['dynamic import of a template', 'const a = await import(`../engine/a`);'],
    ['type of an import', 'type A = typeof import("../engine/a");'],
    ['worker address', 'new Worker(new URL("../engine/a", import.meta.url));'],
  ])('reports a planted %s of a later folder', (_kind, source) => {
    expect(violations({ 'src/ops/planted.ts': source })).toEqual([
      'src/ops/planted.ts → ../engine/a: engine comes after ops',
    ]);
  });

  it.each([
    ['ui importing the engine', 'src/ui/panels/a.tsx', '../../engine/network'],
    ['ui importing the server', 'src/ui/a.tsx', '../worker/server'],
    ['ui importing a file of the server', 'src/ui/a.tsx', '../worker/server/port'],
    ['tfjs outside its door', 'src/engine/network.ts', '@tensorflow/tfjs-core'],
    ['tfjs in the page', 'src/ui/a.tsx', '@tensorflow/tfjs'],
    ['a Node module', 'src/base/a.ts', 'node:fs'],
    ['a later folder’s index', 'src/base/a.ts', '../ui'],
    ['the page’s entry', 'src/ui/a.tsx', '../main'],
    ['a file outside src', 'src/ui/a.tsx', '../../tools/browser'],
    ['an unlisted folder', 'src/ui/a.tsx', '../../helpers/a'],
  ])('reports %s', (_what, file, specifier) => {
    expect(violations({ [file]: `import { a } from '${specifier}';` })).toHaveLength(1);
  });

  it('reports a folder that is not in the list', () => {
    expect(violations({ 'src/extras/a.ts': 'export const a = 1;' })).toEqual([
      'src/extras/a.ts: extras is not in the list of folders',
    ]);
  });

  it('allows what is allowed, and is not misled by comments, strings and markup', () => {
    const files = {
      'src/main.tsx': "import { App } from './ui/app';",
      'src/ui/a.tsx': "import './a.css'; import { b } from '../worker/client'; <p>isn't</p>;",
      'src/engine/tfjs.ts': "import * as tf from '@tensorflow/tfjs-core';",
      'src/engine/tfjs/webgl.ts': "await import('@tensorflow/tfjs-backend-webgl');",
      'src/worker/client.ts': "new Worker(new URL('./entry.ts', import.meta.url));",
      'src/exchange/code.ts': "const code = `import * as tf from '@tensorflow/tfjs';`;",
      'src/base/a.ts':
        "// import '../ui/a';\n/* import '../ui/b'; */ const s = \"import '../ui/c'\";",
    };
    expect(violations(files)).toEqual([]);
  });
});
