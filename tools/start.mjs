import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { installDependencies } from './install.mjs';

process.chdir(join(import.meta.dirname, '..'));

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4173' },
    host: { type: 'string', default: 'localhost' },
  },
});

installDependencies();
const { build, preview } = await import('vite');
await build({ logLevel: 'warn' });

// Vite takes the next free port when this one is taken.
const server = await preview({ preview: { port: Number(values.port), host: values.host } });
const urls = server.resolvedUrls;
console.log('Chain Reaction is ready:');
for (const url of [...(urls?.local ?? []), ...(urls?.network ?? [])]) console.log(url);

process.once('SIGINT', async () => {
  await server.close();
  process.exit(0);
});
