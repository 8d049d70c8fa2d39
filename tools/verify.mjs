import { readFile } from 'node:fs/promises';
import { createServer } from 'vite';
import { assemblyScript } from './assemblyscript.mjs';
import { launchOptions, requireBrowser } from './browser.mjs';
import { names, readOptions, stop, text } from './options.mjs';

const usage = 'npm run verify -- FILE [--backend cpu,wasm,webgl] [--only TEXT]';

/** @typedef {import('./verify/run').Verdict} Verdict */
/** @typedef {import('./verify/cases').Case} Case */

const {
  values,
  positionals: [file],
} = readOptions(usage, { backend: names(['cpu', 'wasm', 'webgl']), only: text('') }, [text('')]);
if (!file) stop(`Usage: ${usage}`);
const cases = await readCases(file, values.only);
const server = await createServer({
  configFile: false,
  logLevel: 'error',
  plugins: [assemblyScript()],
  server: { port: 0, hmr: false, ws: false },
  cacheDir: 'node_modules/.vite-verify',
  optimizeDeps: { entries: ['tools/verify/run.ts'] },
});
let allAgree = true;
for (const backend of values.backend) {
  const verdicts = await (backend === 'webgl' ? inBrowser(cases) : inNode(backend, cases));
  print(backend, verdicts);
  allAgree &&= verdicts.every((verdict) => verdict.agrees);
}
await server.close();
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
    return stop(`${path} cannot be replayed: ${error instanceof Error ? error.message : error}`);
  }
}

/**
 * Replays cases in this process, where a backend needs no graphics.
 * @param {string} backend
 * @param {Case[]} references
 * @returns {Promise<readonly Verdict[]>}
 */
async function inNode(backend, references) {
  await Promise.all([
    import('@tensorflow/tfjs-backend-cpu'),
    import('@tensorflow/tfjs-backend-wasm'),
  ]);
  const { verify } = await server.ssrLoadModule('/tools/verify/run.ts');
  return verify(backend, references);
}

/**
 * Replays cases on WebGL in a browser.
 * @param {Case[]} references
 * @returns {Promise<readonly Verdict[]>}
 */
async function inBrowser(references) {
  await requireBrowser();
  const { chromium } = await import('playwright');
  const browser = await chromium.launch(await launchOptions());
  await server.listen();
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
