import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve } from '../../tools/serve.mjs';

const outer = mkdtempSync(join(tmpdir(), 'chain-reaction-'));
const folder = join(outer, 'dist');
let server: Awaited<ReturnType<typeof serve>>;
let url = '';

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(outer, 'secret.html'), 'secret');
  writeFileSync(join(folder, 'index.html'), 'page');
  writeFileSync(join(folder, 'assets/a b.wasm'), 'kernels');
  writeFileSync(join(folder, '_headers'), "/*\n  X-First: one; two\n  X-Second: 'self'\n");
  server = await serve(folder, { host: '127.0.0.1', port: 0 });
  url = server.urls[0] ?? '';
});

afterAll(async () => {
  await server.close();
  rmSync(outer, { recursive: true });
});

it('serves files with their types and the headers of _headers', async () => {
  const page = await fetch(url);
  expect(await page.text()).toBe('page');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('x-first')).toBe('one; two');
  expect(page.headers.get('x-second')).toBe("'self'");
  const kernels = await fetch(`${url}assets/a%20b.wasm?v=1`);
  expect(kernels.headers.get('content-type')).toBe('application/wasm');
});

it('says that a file is the one that was fetched before', async () => {
  const tag = (await fetch(url)).headers.get('etag') ?? '';
  expect((await fetch(url, { headers: { 'If-None-Match': tag } })).status).toBe(304);
});

it.each([
  '/nothing',
  '/assets',
  '/assets/',
  '/../secret.html',
  '/%2e%2e/secret.html',
  '/..%2fsecret.html',
  '/%',
])('has nothing at %s', async (path) => {
  const status = await new Promise((answered) => {
    request(url, { path }, (response) => answered(response.resume().statusCode)).end();
  });
  expect(status).toBe(404);
});

it('takes the next port where the usual one is taken', async () => {
  const one = await serve(folder, { host: '127.0.0.1' });
  const other = await serve(folder, { host: '127.0.0.1' });
  expect(other.urls).not.toEqual(one.urls);
  await Promise.all([one.close(), other.close()]);
});
