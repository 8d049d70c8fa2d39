import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documents, inFolder } from '../support/documents';
import { interfaceReference } from '../support/interfaceReference';
import { linkReference } from '../support/linkReference';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
const builtIn = ['start', 'test', 'ci', 'install', 'audit'];

it('the references are those of the code (npx vitest run --project unit documents -u)', async () => {
  await expect(linkReference()).toMatchFileSnapshot('../../docs/links.md');
  await expect(interfaceReference()).toMatchFileSnapshot('../../docs/page-interface.md');
});

describe.each(documents)('%s', (path) => {
  const text = readFileSync(path, 'utf8');

  it('points at files that exist', () => {
    const targets = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(
      ([, target = '']) => target,
    );
    expect(targets.filter((target) => !existsSync(join(dirname(path), target)))).toEqual([]);
  });

  it('names commands that exist', () => {
    const named = [...text.matchAll(/npm (?:run (?:-s )?)?([a-z:]+)/g)].map(
      ([, name = '']) => name,
    );
    const unknown = named.filter((name) => !(name in scripts) && !builtIn.includes(name));
    expect(unknown).toEqual([]);
  });
});

const codeFiles = ['src', 'tests', 'tools']
  .flatMap(inFolder)
  .filter((name) => /\.(tsx?|mjs|py|css|json)$/.test(name));

it('every folder of code states its contract', () => {
  const folders = [...new Set(codeFiles.map((name) => dirname(name)))];
  expect(folders.filter((folder) => !existsSync(join(folder, 'README.md')))).toEqual([]);
});

it('no file of code is longer than 300 lines', () => {
  const written = codeFiles.filter((name) => !name.endsWith('.json'));
  const lines = (name: string) => readFileSync(name, 'utf8').split('\n').length - 1;
  expect(written.filter((name) => lines(name) > 300)).toEqual([]);
});
