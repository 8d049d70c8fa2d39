import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installDependencies } from './install.mjs';
import { closingLine, playwrightTotals, sum, totals, vitestTotals } from './totals.mjs';

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
 * Runs a script with Node to its end.
 * @param {string[]} words the script and what it is told
 * @param {Record<string, string>} [environment] added to ours
 * @returns {Promise<boolean>} whether it succeeded
 */
function node(words, environment = {}) {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, words, { stdio: 'inherit', env });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

/**
 * A stage that counts as one test.
 * @param {Promise<boolean>} ending
 * @returns {Promise<Totals>}
 */
async function single(ending) {
  return totals((await ending) ? { passed: 1 } : { failed: 1 });
}

/**
 * Which tests run: those without the tag `deep`, all, or of those with it one share in some.
 * @typedef {'quick' | 'deep' | { share: number, of: number }} Choice
 */

/**
 * @param {string[]} words projects or files
 * @param {Choice} choice
 * @param {Record<string, string>} environment
 */
async function vitest(words, choice, environment = {}) {
  const file = `${reports}/${crypto.randomUUID()}.json`;
  const chosen = {
    quick: ['--tagsFilter=!deep'],
    deep: [],
    share: ['--tagsFilter=deep', '--passWithNoTests'],
  };
  const kind = typeof choice === 'string' ? choice : 'share';
  const shard = typeof choice === 'string' ? [] : [`--shard=${choice.share}/${choice.of}`];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const args = ['run', ...words, ...chosen[kind], ...shard, ...reporters];
  const success = await node([programs.vitest, ...args], environment);
  return vitestTotals(file, success, (tags) => {
    const isDeep = tags.includes('deep');
    return kind === 'deep' || isDeep === (kind === 'share');
  });
}

/** @param {string[]} names */
const projects = (...names) => names.flatMap((name) => ['--project', name]);

/** @param {Choice} choice */
async function endToEnd(choice) {
  const { freePort } = await import('./browser.mjs');
  const file = `${reports}/${crypto.randomUUID()}.json`;
  const chosen =
    choice === 'quick'
      ? ['--grep-invert=@deep']
      : choice === 'deep'
        ? []
        : ['--grep=@deep', `--shard=${choice.share}/${choice.of}`];
  const args = ['test', '--reporter=list,json', ...chosen];
  const success = await node([programs.playwright, ...args], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    E2E_PORT: String(await freePort()),
  });
  return playwrightTotals(file, success);
}

/**
 * A suite that needs a browser: without one it is skipped, loudly, and fails where one is required.
 * @param {string} name
 * @param {unknown} browser what starts it; undefined where there is none
 * @param {() => Promise<Totals>} suite
 * @returns {Promise<Totals>}
 */
async function inBrowser(name, browser, suite) {
  if (browser !== undefined) return suite();
  const required = Boolean(process.env.CI) || process.env.REQUIRE_BROWSER === '1';
  console.log(`\n!!! SKIPPED: ${name}: this browser is not here and could not be installed. !!!\n`);
  return totals(required ? { failed: 1 } : { skipped: 1 });
}

/**
 * @param {string} name
 * @param {() => Promise<Totals>} suite
 */
async function inChromium(name, suite) {
  const { ensureBrowser } = await import('./browser.mjs');
  return inBrowser(`${name} in Chromium`, await ensureBrowser(), suite);
}

/** The same walk through the build in each engine, those that are here side by side. */
async function smoke() {
  const { ensureBrowser, ensureFirefox, ensureWebkit } = await import('./browser.mjs');
  const engines = {
    chromium: await ensureBrowser(),
    firefox: ensureFirefox(),
    webkit: ensureWebkit(),
  };
  const here = Object.entries(engines).filter(([, browser]) => browser !== undefined);
  const walks = ['worker', ...here.map(([name]) => name)];
  const missing = Object.entries(engines).filter(([, browser]) => browser === undefined);
  return sum([
    await vitest([...projects('smoke'), ...walks.map((name) => `smoke/${name}.test`)], 'quick'),
    ...(await Promise.all(
      missing.map(([name]) => inBrowser(`the walk in ${name}`, undefined, smoke)),
    )),
  ]);
}

/** Verdicts, scenarios and lessons on one seed, verdicts in few steps; `npm run test:science` runs them whole. */
const scienceInShort = { SEEDS: '1', STEPS: '60' };

const inNode = projects('unit', 'science', 'code');
const isDeep = process.argv.includes('--deep');
const choice = isDeep ? 'deep' : 'quick';

/** How many days it takes until every deep test has run in a sample. */
const days = 7;

/** Today's share of what only `--deep` runs, another every day. */
async function sample() {
  const today = Math.floor(Date.now() / 86_400_000);
  const share = { share: (today % days) + 1, of: days };
  console.log(`Share ${share.share} of ${share.of}.`);
  return sum([
    await vitest([...inNode, ...projects('commands')], share),
    await vitest([...projects('science'), `--shard=${share.share}/${days}`], 'quick'),
    await inChromium('browser', () =>
      vitest(projects('browser'), share, { VITE_SEED: String(today) }),
    ),
    await inChromium('e2e', () => endToEnd(share)),
  ]);
}

/** In the order in which they run. @type {Record<string, () => Promise<Totals>>} */
const stages = {
  lint: () => single(node([programs.biome, 'check', '--error-on-warnings'])),
  types: () => single(node([programs.tsc, '--noEmit'])),
  knip: () => single(node([programs.knip])),
  node: () => vitest(inNode, choice, isDeep ? { FUZZ: '100000' } : scienceInShort),
  build: () => single(node([programs.vite, 'build'])),
  smoke,
  commands: () => inChromium('commands', () => vitest(projects('commands'), choice)),
  browser: () =>
    inChromium('browser', () =>
      vitest(projects('browser'), choice, isDeep ? { VITE_EXPERIMENTS: '300' } : {}),
    ),
  e2e: () => inChromium('e2e', () => endToEnd(choice)),
  soak: () =>
    inChromium('soak', () =>
      single(node(['tools/soak.mjs', '--built', ...(isDeep ? [] : ['10000', '1500', '0'])])),
    ),
  ...(process.argv.includes('--sample') && { sample }),
};

/** What cannot be judged without the build. */
const needBuild = ['smoke', 'commands', 'e2e', 'soak', 'sample'];

/**
 * Runs the named stages, whatever fails.
 * @param {string[]} names
 */
async function runStages(names) {
  /** @type {Map<string, Totals & { seconds: number }>} */
  const results = new Map();
  for (const [name, stage] of Object.entries(stages)) {
    if (!names.includes(name)) continue;
    console.log(`\n=== ${name} ===`);
    const start = performance.now();
    const isBlocked = needBuild.includes(name) && results.get('build')?.failed === 1;
    if (isBlocked) console.log('Not run: the build failed.');
    const result = isBlocked ? totals({ failed: 1 }) : await stage();
    results.set(name, { ...result, seconds: (performance.now() - start) / 1000 });
  }
  return results;
}

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
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

const all = sum([...results.values()]);
console.log('\n=== the ten slowest tests ===');
const slowest = all.tests.toSorted((a, b) => b.seconds - a.seconds).slice(0, 10);
for (const { name, seconds } of slowest)
  console.log(`${seconds.toFixed(1).padStart(6)} s  ${name}`);
console.log('\n=== summary ===');
for (const [name, { seconds, ...result }] of results) {
  console.log(`${name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s  ${closingLine(result)}`);
}
const whole = [...results.values()].reduce((seconds, stage) => seconds + stage.seconds, 0);
console.log(`${'in all'.padEnd(8)} ${whole.toFixed(1).padStart(6)} s`);
console.log(closingLine(all));
process.exitCode = all.failed > 0 ? 1 : 0;
