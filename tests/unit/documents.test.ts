import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { interfaceReference } from '../support/interfaceReference';
import { linkReference } from '../support/linkReference';

const root = join(import.meta.dirname, '../..');
const inFolder = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
    join(folder, name),
  );
const documents = [
  ...readdirSync(root),
  ...['docs', 'src', 'tests', 'tools'].flatMap(inFolder),
].filter((name) => name.endsWith('.md'));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const builtIn = ['start', 'test', 'ci', 'install', 'audit'];

it('the references are those of the code (npx vitest run --project unit documents -u)', async () => {
  await expect(linkReference()).toMatchFileSnapshot('../../docs/links.md');
  await expect(interfaceReference()).toMatchFileSnapshot('../../docs/page-interface.md');
});

describe.each(documents)('%s', (path) => {
  const text = readFileSync(join(root, path), 'utf8');

  it('points at files that exist', () => {
    const targets = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(
      ([, target = '']) => target,
    );
    expect(targets.filter((target) => !existsSync(join(root, dirname(path), target)))).toEqual([]);
  });

  it('names commands that exist', () => {
    const named = [...text.matchAll(/npm (?:run (?:-s )?)?([a-z:]+)/g)].map(
      ([, name = '']) => name,
    );
    const unknown = named.filter((name) => !(name in scripts) && !builtIn.includes(name));
    expect(unknown).toEqual([]);
  });
});

it('every folder of the source states its contract', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.filter((name) => !existsSync(join(root, 'src', name, 'README.md')))).toEqual([]);
});
