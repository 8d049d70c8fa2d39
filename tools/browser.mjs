import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

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
const browserArgs = [
  ...softwareWebgl,
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(isRoot ? ['--no-sandbox'] : []),
];

/** Where this platform's own Chrome, Chromium or Edge would be. */
function systemCandidates() {
  const path = (process.env.PATH ?? '').split(delimiter);
  if (process.platform === 'darwin') return macApplications;
  if (process.platform === 'win32') {
    return windowsFolders.flatMap((folder) =>
      windowsPrograms.map((program) => join(process.env[folder] ?? 'C:/', program)),
    );
  }
  return names.flatMap((name) => [...path, '/usr/bin', '/snap/bin'].map((dir) => join(dir, name)));
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
 * Finds a browser or installs one: Debian's package where we are root, else Playwright's download.
 * @returns {Promise<string | undefined>} its path, undefined where none can be had
 */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found !== undefined) return found;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    console.log('No browser found; installing Debian’s chromium.');
    const command = 'apt-get update && apt-get install -y chromium fonts-noto-cjk';
    spawnSync('sh', ['-c', command], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = await findBrowser();
    if (installed !== undefined) return installed;
  }
  console.log('No browser found; asking Playwright to download Chromium.');
  spawnSync('npx playwright install chromium', { stdio: 'inherit', shell: true });
  return findBrowser();
}

/** How Playwright should start the browser that `findBrowser` finds. */
export async function launchOptions() {
  const executablePath = await findBrowser();
  return { args: browserArgs, ...(executablePath !== undefined && { executablePath }) };
}
