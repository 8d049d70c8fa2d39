import { existsSync, readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { extname, join, resolve, sep } from 'node:path';

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** The usual port; the next free one is taken instead of it, but not instead of one that was asked for. */
const usualPort = 4173;

/**
 * Serves a built page as a static host does, with the headers of its `_headers`. Needs Node's own modules only, so that a
 * build is served where nothing can be installed.
 * @param {string} folder
 * @param {{ host: string, port?: number | undefined }} address
 * @throws {Error} a sentence, where the address cannot be had
 */
export async function serve(folder, { host, port }) {
  const server = createServer(async ({ url = '/', headers }, response) => {
    const file = await fileOf(folder, url);
    if (!file) return response.writeHead(404).end();
    response.setHeaders(headersOf(folder));
    response.setHeader('Cache-Control', 'no-cache');
    response.setHeader('ETag', file.tag);
    if (headers['if-none-match'] === file.tag) return response.writeHead(304).end();
    response.setHeader('Content-Type', file.type);
    return response.end(file.body);
  });
  const taken = await listen(server, host, port);
  return {
    urls: hostsOf(host).map((name) => `http://${name}:${taken}/`),
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

/**
 * The file at an address, none outside of the folder.
 * @param {string} folder
 * @param {string} url
 */
async function fileOf(folder, url) {
  try {
    const name = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const path = resolve(folder, `.${name.endsWith('/') ? `${name}index.html` : name}`);
    if (!path.startsWith(resolve(folder) + sep)) return null;
    const { size, mtimeMs } = await stat(path);
    const type = types[extname(path)] ?? 'application/octet-stream';
    return { type, tag: `"${size}-${mtimeMs}"`, body: await readFile(path) };
  } catch {
    return null;
  }
}

/**
 * What `_headers` says of every address.
 * @param {string} folder
 */
function headersOf(folder) {
  const file = join(folder, '_headers');
  const lines = existsSync(file)
    ? readFileSync(file, 'utf8').matchAll(/^ {2}([^:]+): (.+)$/gm)
    : [];
  return new Map([...lines].map(([, name = '', value = '']) => [name, value]));
}

/**
 * Listens, and tells the port.
 * @param {import('node:http').Server} server
 * @param {string} host
 * @param {number | undefined} wanted
 * @returns {Promise<number>}
 */
async function listen(server, host, wanted, port = wanted ?? usualPort) {
  try {
    await new Promise((done, fail) => {
      server.once('error', fail);
      server.listen(port, host, () => done(server.off('error', fail)));
    });
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'EADDRINUSE' && wanted === undefined)
      return listen(server, host, wanted, port + 1);
    throw new Error(refusals(port, host)[code ?? ''] ?? String(error));
  }
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

/**
 * Sentences for the ways in which an address cannot be had.
 * @param {number} port
 * @param {string} host
 * @returns {Record<string, string>}
 */
function refusals(port, host) {
  const unknown = `This machine has no address "${host}". Try localhost, or 0.0.0.0 for all that it has.`;
  return {
    EADDRINUSE: `Port ${port} is taken. Choose another, or leave --port out for the next free one.`,
    EACCES: `Port ${port} needs more rights than you have. Choose one from 1024 on.`,
    EADDRNOTAVAIL: unknown,
    ENOTFOUND: unknown,
    EAI_AGAIN: unknown,
  };
}

/**
 * By which names the page is reached: every address of this machine where it listens on all of them.
 * @param {string} host
 */
function hostsOf(host) {
  if (host !== '0.0.0.0' && host !== '::') return [host.includes(':') ? `[${host}]` : host];
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const others = addresses.filter(({ family, internal }) => family === 'IPv4' && !internal);
  return ['localhost', ...others.map(({ address }) => address)];
}
