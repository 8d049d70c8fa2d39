import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const isFound = [
  'list[3] ?? 0;',
  'list?.[3] ?? 1;',
  'record.a ?? -1.5;',
  'list[3] ?? Number.NaN;',
  'list[3] as number;',
  'list[0]?.[3] as Tensor;',
  "map.get('a') as Tensor;",
  'list.at(-1) as Tensor;',
  'list[3]!;',
  'const [rows = 1, columns] = shape;',
  'const [state = []] = states;',
];

const isAllowed = [
  "at(list, 3, 'layer');",
  'list[3] ?? other;',
  'Math.sqrt(variance) || 1;',
  "['a'] as const;",
  'made as Readonly<Record<string, number>>;',
  'const { learningRate = 1 } = settings;',
  '`state.velocity ?? 0`;',
];

/** Finds, line by line, what the project's rule about missing entries reports in a file at `path`. */
function reported(path: string, lines: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'missing-entry-'));
  try {
    const { plugins } = JSON.parse(readFileSync('biome.json', 'utf8'));
    const rules = { linter: { rules: { preset: 'none' } }, plugins };
    writeFileSync(join(folder, 'biome.json'), JSON.stringify(rules));
    cpSync('tools/missingEntry.grit', join(folder, 'tools/missingEntry.grit'));
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), lines.join('\n'));
    const biome = resolve('node_modules/@biomejs/biome/bin/biome');
    const { stdout } = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', path], {
      cwd: folder,
      encoding: 'utf8',
    });
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: readonly { location: { start: { line: number } } }[];
    };
    return diagnostics.map(({ location }) => lines[location.start.line - 1] ?? '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it.each(['catalog', 'engine/tfjs', 'ops'])(
  'in src/%s a missing entry taken for a number, or for one that is there, is reported',
  (folder) => {
    expect(reported(`src/${folder}/planted.ts`, [...isFound, ...isAllowed])).toEqual(isFound);
  },
);

it('only where the rule is to hold', () => {
  expect(reported('src/ui/planted.ts', isFound)).toEqual([]);
  expect(reported('src/engine/tfjs/simd/assembly/planted.ts', isFound)).toEqual([]);
});
