import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

const usage = 'npm run verify -- FILE [--backend cpu|wasm|webgl] [--only TEXT]';

/** @typedef {import('./verify/run').Verdict} Verdict */
/** @typedef {import('./verify/cases').Case} Case */

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { backend: { type: 'string' }, only: { type: 'string', default: '' } },
});
const [file] = positionals;
const known = ['cpu', 'wasm', 'webgl'];
if (!file || positionals.length > 1 || (values.backend && !known.includes(values.backend))) {
  console.error(`Usage: ${usage}`);
  process.exit(2);
}
const cases = await readCases(file, values.only);
let allAgree = true;
for (const backend of values.backend ? [values.backend] : known) {
  const verdicts = await (backend === 'webgl' ? inBrowser(cases) : inNode(backend, cases));
  print(backend, verdicts);
  allAgree &&= verdicts.every((verdict) => verdict.agrees);
}
process.exit(allAgree ? 0 : 1);

/**
 * @param {string} path
 * @param {string} only
 * @returns {Promise<Case[]>}
 */
async function readCases(path, only) {
  try {
    const reference = JSON.parse(await readFile(path, 'utf8'));
    /** @type {Case[]} */
    const all = reference.cases;
    const chosen = all.filter(({ config }) => config.name.includes(only));
    if (chosen.length === 0) throw new Error(`no case is called like '${only}'`);
    return chosen;
  } catch (error) {
    console.error(`${path} cannot be replayed: ${error instanceof Error ? error.message : error}`);
    process.exit(2);
  }
}

/**
 * Replays cases in this process, where a backend needs no graphics.
 * @param {string} backend
 * @param {Case[]} references
 * @returns {Promise<readonly Verdict[]>}
 */
async function inNode(backend, references) {
  const [{ createServer }] = await Promise.all([
    import('vite'),
    import('@tensorflow/tfjs-backend-cpu'),
    import('@tensorflow/tfjs-backend-wasm'),
  ]);
  const server = await createServer({
    server: { middlewareMode: true, hmr: false, ws: false },
    appType: 'custom',
    logLevel: 'error',
  });
  try {
    const { verify } = await server.ssrLoadModule('/tools/verify/run.ts');
    return await verify(backend, references);
  } finally {
    await server.close();
  }
}

/**
 * Replays cases on WebGL in a browser.
 * @param {Case[]} references
 * @returns {Promise<readonly Verdict[]>}
 */
async function inBrowser(references) {
  const [{ createServer }, { chromium }, { launchOptions }] = await Promise.all([
    import('vite'),
    import('playwright'),
    import('./browser.mjs'),
  ]);
  const server = await createServer({
    server: { port: 0, hmr: false },
    logLevel: 'error',
    cacheDir: 'node_modules/.vite-verify',
    optimizeDeps: { entries: ['tools/verify/run.ts'] },
  });
  await server.listen();
  const browser = await chromium.launch(await launchOptions());
  try {
    const page = await browser.newPage();
    await page.goto(`${server.resolvedUrls?.local[0]}tools/verify/page.html`);
    return await page.evaluate(async (list) => {
      const module = '/tools/verify/run.ts';
      const { verify } = await import(/* @vite-ignore */ module);
      return verify('webgl', JSON.parse(list));
    }, JSON.stringify(references));
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * @param {string} backend
 * @param {readonly Verdict[]} verdicts
 */
function print(backend, verdicts) {
  const width = Math.max(...verdicts.map(({ name }) => name.length));
  console.log(`\n${backend}: worst errors (loss and norms relative, parameters absolute)`);
  console.log(`${'case'.padEnd(width)}  loss     norms    params   verdict`);
  for (const { name, loss, norms, parameters, unsupported, agrees } of verdicts) {
    const figures = [loss, norms, parameters].map((error) => error.toExponential(1).padEnd(8));
    const verdict = agrees
      ? 'ok'
      : unsupported.length > 0
        ? `unsupported: ${unsupported}`
        : 'WORSE';
    console.log(`${name.padEnd(width)}  ${figures.join(' ')} ${verdict}`);
  }
  const agreeing = verdicts.filter(({ agrees }) => agrees).length;
  console.log(`${agreeing} of ${verdicts.length} cases agree on ${backend}`);
}
