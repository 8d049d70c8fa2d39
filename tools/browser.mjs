import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { stop } from './options.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
];

const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
const windowsPrograms = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

const isRoot = process.getuid?.() === 0;

/** WebGL in software, so that every machine computes the same; the page itself is drawn without it, which is faster. */
export const softwareWebgl = [
  '--disable-gpu-compositing',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--use-angle=swiftshader',
];

/** Tests run with WebGL in software, and nothing talks to the network by itself. */
export const browserArgs = [
  ...softwareWebgl,
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(isRoot ? ['--no-sandbox'] : []),
];

/**
 * Where a program of that name could be.
 * @param {string} name
 */
const onPath = (name) =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'].map((folder) =>
    join(folder, name),
  );

/** Where this platform's own Chrome, Chromium or Edge would be. */
function systemCandidates() {
  if (process.platform === 'darwin') return macApplications;
  if (process.platform === 'win32') {
    return windowsFolders.flatMap((folder) =>
      windowsPrograms.map((program) => join(process.env[folder] ?? 'C:/', program)),
    );
  }
  return names.flatMap(onPath);
}

/**
 * A Chromium that is here already: `CHROME_BIN`, Playwright's own, or the system's.
 * @returns {Promise<string | undefined>} its path
 */
export async function findBrowser() {
  const { chromium } = await import('playwright');
  const candidates = [process.env.CHROME_BIN, chromium.executablePath(), ...systemCandidates()];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path));
}

/**
 * A Firefox that is here already: `FIREFOX_BIN`, or the system's.
 * @returns {string | undefined} its path
 */
export function findFirefox() {
  const candidates = [
    process.env.FIREFOX_BIN,
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...['firefox-esr', 'firefox'].flatMap(onPath),
  ];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path));
}

/**
 * Xvfb, a display without a screen.
 * @returns {string | undefined} its path
 */
export const findXvfb = () => onPath('Xvfb').find((path) => existsSync(path));

/**
 * WebKitGTK's driver and browser, where they are here, and a display for them.
 * @returns {{ driver: string, browser: string } | undefined} their paths
 */
export function findWebkit() {
  const libraries = '/usr/lib';
  const folders = existsSync(libraries) ? readdirSync(libraries) : [];
  const browsers = folders.flatMap((folder) =>
    ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((version) =>
      join(libraries, folder, version, 'MiniBrowser'),
    ),
  );
  const [driver, browser] = [
    onPath('WebKitWebDriver'),
    [process.env.WEBKIT_BIN ?? '', ...browsers],
  ].map((paths) => paths.find((path) => path !== '' && existsSync(path)));
  return driver && browser && findXvfb() ? { driver, browser } : undefined;
}

/**
 * Installs Debian's packages where we are root, else nothing.
 * @param {string} packages
 */
function installDebian(packages) {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing Debian’s ${packages}.`);
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages}`;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('sh', ['-c', command], { stdio: 'inherit', env });
}

/** Finds Firefox, or installs Debian's package; undefined where it cannot be had. */
export function ensureFirefox() {
  if (findFirefox() === undefined) installDebian('firefox-esr xvfb fonts-noto-cjk');
  return findFirefox();
}

/** Finds WebKitGTK with its driver, or installs Debian's packages; undefined where it cannot be had. */
export function ensureWebkit() {
  if (findWebkit() === undefined) installDebian('webkit2gtk-driver xvfb fonts-noto-cjk');
  return findWebkit();
}

/** @returns {Promise<number>} a port that nobody listens on */
export function freePort() {
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

/**
 * Finds a browser or installs one: Debian's package where we are root, else Playwright's download.
 * @returns {Promise<string | undefined>} its path, undefined where none can be had
 */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found !== undefined) return found;
  installDebian('chromium fonts-noto-cjk');
  const installed = await findBrowser();
  if (installed !== undefined) return installed;
  console.log('No browser found; asking Playwright to download Chromium.');
  spawnSync('npx playwright install chromium', { stdio: 'inherit', shell: true });
  return findBrowser();
}

/**
 * Finds a browser or installs one, for a program that is nothing without.
 * @returns {Promise<string>} its path
 */
export async function requireBrowser() {
  return (await ensureBrowser()) ?? stop('There is no Chromium: set CHROME_BIN to one.', 1);
}

/** How Playwright should start the browser that `findBrowser` finds. */
export async function launchOptions() {
  const executablePath = await findBrowser();
  return { args: browserArgs, ...(executablePath !== undefined && { executablePath }) };
}
