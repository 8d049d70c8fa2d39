import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  readonly license?: string;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const locked = Object.entries<Locked>(read('package-lock.json').packages).filter(
  ([at]) => at !== '',
);
const places = new Set(locked.map(([at]) => at));

/** Licenses under which the page may carry and serve a package's code. */
const carried = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'CC0-1.0'];

/** Licenses of tools, which stay where the page is built. */
const built = [...carried, 'MPL-2.0', 'BlueOak-1.0.0', 'CC-BY-4.0', 'OFL-1.1'];

/** The places where Node looks for what a package asks for, nearest first. */
function searched(from: string, name: string): readonly string[] {
  const parents = from
    .split('/node_modules/')
    .map((_, depth, parts) => parts.slice(0, parts.length - depth).join('/node_modules/'));
  return [...parents.map((parent) => `${parent}/node_modules/${name}`), `node_modules/${name}`];
}

it('every direct dependency is pinned to one version', () => {
  const { dependencies, devDependencies } = read('package.json');
  for (const version of Object.values({ ...dependencies, ...devDependencies })) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
});

it('the lock file holds all that its packages ask for, on every platform', () => {
  const missing = locked.flatMap(([at, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !searched(at, name).some((place) => places.has(place)))
      .map((name) => `${name} of ${at}`),
  );
  expect(missing).toEqual([]);
});

it('every package has a license that allows its use here', () => {
  const refused = locked.filter(([, { license = 'none', dev }]) => {
    const allowed = dev ? built : carried;
    const names = license.replace(/[()]/g, '').split(/ (?:AND|OR) /);
    const isAllowed = (name: string) => allowed.includes(name);
    return !(license.includes(' OR ') ? names.some(isAllowed) : names.every(isAllowed));
  });
  expect(refused.map(([at, { license }]) => `${at}: ${license}`)).toEqual([]);
});
