import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { installDependencies } from './install.mjs';
import { playwrightTotals, vitestTotals } from './totals.mjs';

/** @typedef {import('./totals.mjs').Totals} Totals */

process.chdir(join(import.meta.dirname, '..'));

const reports = 'test-results/reports';
const programs = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  knip: 'node_modules/knip/bin/knip.js',
  playwright: 'node_modules/@playwright/test/cli.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vite: 'node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/**
 * Runs an installed program to its end.
 * @param {keyof typeof programs} program
 * @param {string[]} args
 * @param {Record<string, string>} [environment] added to ours
 * @returns {Promise<boolean>} whether it succeeded
 */
function run(program, args, environment = {}) {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, [programs[program], ...args], { stdio: 'inherit', env });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

/**
 * Runs a script of ours to its end.
 * @param {string} script
 * @param {string[]} words what it is told
 * @returns {Promise<boolean>} whether it succeeded
 */
function node(script, ...words) {
  const child = spawn(process.execPath, [script, ...words], { stdio: 'inherit' });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)));
}

/**
 * A stage that counts as one test.
 * @param {Promise<boolean>} ending
 * @returns {Promise<Totals>}
 */
async function single(ending) {
  const success = await ending;
  return { passed: success ? 1 : 0, failed: success ? 0 : 1, skipped: 0 };
}

/**
 * @param {('unit' | 'science' | 'code' | 'browser')[]} projects
 * @param {Record<string, string>} environment
 */
async function vitest(projects, environment) {
  const file = `${reports}/${projects.join('-')}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const chosen = projects.flatMap((project) => ['--project', project]);
  const success = await run('vitest', ['run', ...chosen, ...reporters], environment);
  return vitestTotals(file, success);
}

/** @returns {Promise<number>} a port that nobody listens on */
function freePort() {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

async function endToEnd() {
  const file = `${reports}/e2e.json`;
  const success = await run('playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    E2E_PORT: String(await freePort()),
    ...(isDeep && { DEEP: '1' }),
  });
  return playwrightTotals(file, success);
}

/**
 * A suite that needs a browser: without one it is skipped, loudly, and fails where one is required.
 * @param {string} name
 * @param {() => Promise<Totals>} suite
 * @returns {Promise<Totals>}
 */
async function inBrowser(name, suite) {
  const { ensureBrowser } = await import('./browser.mjs');
  if ((await ensureBrowser()) !== undefined) return suite();
  const required = Boolean(process.env.CI) || process.env.REQUIRE_BROWSER === '1';
  console.log(`\n!!! SKIPPED: ${name}: no Chromium found; set CHROME_BIN to one. !!!\n`);
  return { passed: 0, failed: required ? 1 : 0, skipped: required ? 0 : 1 };
}

/** Verdicts, scenarios and lessons on one seed, verdicts in few steps; `npm run test:science` runs them whole. */
const scienceInShort = { SEEDS: '1', STEPS: '60' };

/** What is asked for in full: every seed and step of the verdicts, 100,000 links, a long run. */
const isDeep = process.argv.includes('--deep');

/** In the order in which they run. @type {Record<string, () => Promise<Totals>>} */
const stages = {
  lint: () => single(run('biome', ['check', '--error-on-warnings'])),
  types: () => single(run('tsc', ['--noEmit'])),
  knip: () => single(run('knip', [])),
  node: () => vitest(['unit', 'science', 'code'], isDeep ? { FUZZ: '100000' } : scienceInShort),
  build: () => single(run('vite', ['build'])),
  browser: () =>
    inBrowser('browser', () => vitest(['browser'], isDeep ? { VITE_EXPERIMENTS: '300' } : {})),
  e2e: () => inBrowser('e2e', endToEnd),
  soak: () =>
    inBrowser('soak', () =>
      single(node('tools/soak.mjs', ...(isDeep ? [] : ['50000', '1500', '800']))),
    ),
};

/**
 * Runs the named stages, whatever fails; only the end-to-end tests need the build's success.
 * @param {string[]} names
 */
async function runStages(names) {
  /** @type {Map<string, Totals & { seconds: number }>} */
  const results = new Map();
  for (const [name, stage] of Object.entries(stages)) {
    if (!names.includes(name)) continue;
    console.log(`\n=== ${name} ===`);
    const start = performance.now();
    const blocked = ['e2e', 'soak'].includes(name) && results.get('build')?.failed === 1;
    const totals = blocked ? { passed: 0, failed: 1, skipped: 0 } : await stage();
    results.set(name, { ...totals, seconds: (performance.now() - start) / 1000 });
    if (blocked) console.log('Not run: the build failed.');
  }
  return results;
}

/** @param {Totals} totals */
function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

const asked = process.argv.slice(2).filter((word) => word !== '--deep');
const unknown = asked.filter((name) => !(name in stages));
if (unknown.length > 0) {
  console.error(`No such stage: ${unknown.join(', ')}. Stages: ${Object.keys(stages).join(', ')}.`);
  process.exit(2);
}

try {
  installDependencies();
} catch (error) {
  console.error(error);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const results = await runStages(asked.length > 0 ? asked : Object.keys(stages));

console.log('\n=== summary ===');
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const [name, totals] of results) {
  console.log(
    `${name.padEnd(8)} ${totals.seconds.toFixed(1).padStart(6)} s  ${closingLine(totals)}`,
  );
  sum.passed += totals.passed;
  sum.failed += totals.failed;
  sum.skipped += totals.skipped;
}
console.log(closingLine(sum));
process.exitCode = sum.failed > 0 ? 1 : 0;
