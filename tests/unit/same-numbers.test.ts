import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';
import { describe, expect, it } from 'vitest';
import { importsOf } from '../support/imports';

/** Folders and files whose numbers enter records, or experiments: they must be the same in every browser. */
const covered = [
  'src/base',
  'src/ops',
  'src/catalog',
  'src/table',
  'src/experiment',
  'src/engine',
  'src/study/map/axis.ts',
];

/** What IEEE 754 or ECMAScript fixes to the last bit; every other function of `Math` is the browser's own. */
const fixed = new Set([
  ...['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sign', 'sqrt'],
  ...['trunc', 'E', 'LN2', 'LN10', 'LOG2E', 'LOG10E', 'PI', 'SQRT1_2', 'SQRT2'],
]);

/** What each browser computes in its own way in a file: functions of `Math`, and powers but whole ones of 2. */
function ownWays(file: string, source: string): string[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new SyntaxError(`${file}: ${errors[0]?.message}`);
  const found: string[] = [];
  let named = 0;
  let used = 0;
  const powerOf = (base: ESTree.Node, exponent: ESTree.Node) => {
    const size = exponent.type === 'UnaryExpression' ? exponent.argument : exponent;
    const isWhole = size.type === 'Literal' && Number.isInteger(size.value);
    const isTwo = base.type === 'Literal' && base.value === 2;
    if (!isTwo || !isWhole) found.push('**');
  };
  new Visitor({
    BinaryExpression: ({ operator, left, right }) => {
      if (operator === '**') powerOf(left, right);
    },
    AssignmentExpression: ({ operator }) => {
      if (operator === '**=') found.push(operator);
    },
    Identifier: ({ name }) => {
      if (name === 'Math') named += 1;
    },
    MemberExpression: ({ object, property, computed }) => {
      if (object.type !== 'Identifier' || object.name !== 'Math') return;
      used += 1;
      const name = !computed && property.type === 'Identifier' ? property.name : '[…]';
      if (!fixed.has(name)) found.push(`Math.${name}`);
    },
  }).visit(program);
  if (named > used) found.push('Math itself');
  return found;
}

function filesIn(path: string): readonly string[] {
  if (path.endsWith('.ts')) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${path}/${name.replaceAll('\\', '/')}`);
}

/** A module of tfjs's JavaScript backend and all that it imports of that package. */
function kernelModules(entry: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(entry)) return known;
  known.add(entry);
  for (const specifier of importsOf(entry, readFileSync(entry, 'utf8'))) {
    if (specifier.startsWith('.'))
      kernelModules(`${posix.join(posix.dirname(entry), specifier)}.js`, known);
  }
  return known;
}

describe('numbers that enter records', () => {
  it('are made of what every browser computes alike', () => {
    const files = covered.flatMap(filesIn);
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((file) =>
      ownWays(file, readFileSync(file, 'utf8')).map((way) => `${file}: ${way}`),
    );
    expect(found).toEqual([]);
  });

  it('are so in the kernels that the JavaScript backend registers', () => {
    const registered = 'src/engine/tfjs/registered/cpu.ts';
    const kernels = importsOf(registered, readFileSync(registered, 'utf8')).filter((name) =>
      name.includes('/kernels/'),
    );
    expect(kernels.length).toBeGreaterThan(15);
    const found = kernels.flatMap((kernel) =>
      [...kernelModules(posix.join('node_modules', `${kernel}.js`))].flatMap((module) =>
        ownWays(module, readFileSync(module, 'utf8')).map((way) => `${module}: ${way}`),
      ),
    );
    expect(found).toEqual([]);
  });

  it('would find what tfjs’s own exponential uses', () => {
    const [module = ''] = kernelModules(
      'node_modules/@tensorflow/tfjs-backend-cpu/dist/kernels/Exp.js',
    );
    expect(ownWays(module, readFileSync(module, 'utf8'))).toEqual(['Math.exp']);
  });

  it.each([
    ['Math.exp(x);', ['Math.exp']],
    ['Math["exp"](x);', ['Math.[…]']],
    ['const { tanh } = Math;', ['Math itself']],
    ['values.map(Math.log);', ['Math.log']],
    ['x ** 2;', ['**']],
    ['2 ** x;', ['**']],
    ['2 ** 0.5;', ['**']],
    ['x **= 2;', ['**=']],
    ['2 ** -14 + Math.sqrt(x) * Math.PI;', []],
    ['"Math.exp(x)"; // Math.exp(x)', []],
  ])('reports what is its own in %s', (source, ways) => {
    expect(ownWays('planted.ts', source)).toEqual(ways);
  });
});
