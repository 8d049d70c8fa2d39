import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run, whileServed } from './programs';

/** A copy that can be read but not written; root may write everywhere, so its programs run as somebody else. */
const folder = mkdtempSync(join(tmpdir(), 'chain-reaction-'));
const reader = { cwd: folder, ...(process.getuid?.() === 0 && { uid: 65_534 }) };

beforeAll(() => {
  for (const name of ['package.json', 'package-lock.json', 'tools'])
    cpSync(name, join(folder, name), { recursive: true });
  chmodSync(folder, 0o555);
});

afterAll(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true });
});

it.each([
  ['--port abc', '--port takes a whole number from 0 to 65535, not "abc".'],
  ['--port 65536', '--port takes a whole number from 0 to 65535, not "65536".'],
  ['--port', "Option '--port <value>' argument missing."],
  ['--prot 80', "Unknown option '--prot'."],
  ['80', "Unexpected argument '80'."],
  ['--host nowhere.invalid', 'This machine has no address "nowhere.invalid".'],
])('npm start -- %s: is refused before anything is built', async (words, sentence) => {
  const { status, said } = await run(`node tools/start.mjs ${words}`);
  expect(said.startsWith(sentence), said).toBe(true);
  expect(said).not.toContain('    at ');
  expect(status).toBe(2);
});

it('refuses a port that was asked for and is taken', async () => {
  const other = createServer();
  const port = await new Promise<number>((listening) => {
    other.listen(0, 'localhost', () => {
      const address = other.address();
      listening(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const { status, said } = await run(`node tools/start.mjs --port ${port}`);
  other.close();
  expect(said).toContain(`Port ${port} is taken.`);
  expect(status).toBe(2);
});

it('says that a folder cannot be written, and serves the build that is in it', async () => {
  const refused = await run('node tools/start.mjs --port 0', reader);
  expect(refused).toEqual({
    status: 1,
    said: 'This folder cannot be written. There is no build in dist.\n',
  });

  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/index.html'), 'Built before.');
  chmodSync(folder, 0o555);
  await whileServed(
    'node tools/start.mjs --port 0',
    async (url, said) => {
      expect(said).toContain('This folder cannot be written. Serving the build that is in dist.');
      expect(await (await fetch(url)).text()).toBe('Built before.');
    },
    reader,
  );
});
