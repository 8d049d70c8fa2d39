import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { canWrite, installDependencies } from './install.mjs';
import { flag, number, readOptions, stop, text } from './options.mjs';
import { serve } from './serve.mjs';

process.chdir(join(import.meta.dirname, '..'));

const { values } = readOptions('npm start -- [--port NUMBER] [--host ADDRESS] [--built]', {
  port: number(undefined, { least: 0, most: 65_535 }),
  host: text('localhost'),
  built: flag,
});

// An address that cannot be had is found before anything is built.
await (await open()).close();

const reason = values.built ? '' : await build();
if (reason !== undefined) {
  if (!existsSync('dist/index.html')) stop(`${reason} There is no build in dist.`.trim(), 1);
  console.log(`${reason} Serving the build that is in dist.`.trim());
}
const { urls } = await open();
console.log('Chain Reaction is ready:');
for (const url of urls) console.log(url);

function open() {
  return serve('dist', values).catch((error) => stop(error.message));
}

/**
 * Builds the page from what is here.
 * @returns {Promise<string | undefined>} why it cannot be built; a fault in the page itself throws
 */
async function build() {
  if (!canWrite()) return 'This folder cannot be written.';
  try {
    installDependencies();
  } catch (error) {
    return `${error instanceof Error ? error.message : error}.`;
  }
  const { build: buildPage } = await import('vite');
  await buildPage({ logLevel: 'warn' });
  return undefined;
}
