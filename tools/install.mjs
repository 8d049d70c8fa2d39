import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

/**
 * @param {string} lockFile
 * @returns {LockedPackages}
 */
const lockedPackages = (lockFile) => JSON.parse(readFileSync(lockFile, 'utf8')).packages;

/** Whether node_modules holds what package-lock.json asks for (other platforms' packages aside). */
function upToDate() {
  const installedLock = 'node_modules/.package-lock.json';
  if (!existsSync(installedLock)) return false;
  const installed = lockedPackages(installedLock);
  return Object.entries(lockedPackages('package-lock.json')).every(([path, wanted]) => {
    const here = installed[path];
    if (path === '') return true;
    if (here === undefined) return wanted.optional === true || wanted.devOptional === true;
    return here.version === wanted.version && existsSync(path);
  });
}

/**
 * Installs the dependencies from the lock file where they are missing or out of date.
 * Needs Node's own modules only, so that it runs on a fresh clone.
 * @throws {Error} when npm fails
 */
export function installDependencies() {
  if (upToDate()) return;
  console.log('Installing the dependencies from package-lock.json.');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const { status } =
    npm === undefined
      ? spawnSync(['npm', ...args].join(' '), { stdio: 'inherit', shell: true })
      : spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' });
  if (status !== 0)
    throw new Error(`The dependencies cannot be installed: npm ci ended with ${status}`);
}

/** Tells whether this folder, what is installed in it and what is built can be written. */
export function canWrite() {
  try {
    for (const folder of ['.', 'node_modules', 'dist']) {
      if (existsSync(folder)) accessSync(folder, constants.W_OK);
    }
    return true;
  } catch {
    return false;
  }
}
