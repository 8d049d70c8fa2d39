import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findWebkit, freePort } from '../../tools/browser.mjs';
import type { Browser, Key } from './browser';
import { openDisplay } from './display';

/** Names of keys in WebDriver, where they are not the character itself. */
const keys: Partial<Record<Key, string>> = {
  ArrowRight: '\uE014',
  Escape: '\uE00C',
  Tab: '\uE004',
};

/** Starts WebKitGTK on a display of its own, over WebDriver. */
export async function webkit(): Promise<Browser> {
  const programs = findWebkit();
  if (!programs) throw new Error('No WebKit found.');
  const home = mkdtempSync(join(tmpdir(), 'webkit-'));
  const display = await openDisplay();
  const port = await freePort();
  const driver = spawn(programs.driver, [`--port=${port}`], {
    stdio: 'ignore',
    detached: true,
    env: {
      ...process.env,
      ...display?.environment,
      HOME: home,
      XDG_DATA_HOME: home,
      XDG_CACHE_HOME: home,
      // Drawn by the processor: five times the frames without a graphics processor.
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      // Its sandbox does not start as root or in a container.
      ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
    },
  });
  const end = () => {
    stop(driver);
    display?.close();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    return await session(`http://127.0.0.1:${port}`, programs.browser, end);
  } catch (error) {
    end();
    throw error;
  }
}

/** Ends the driver and the browser that it started: they are one process group. */
function stop({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid);
}

async function session(address: string, binary: string, end: () => void): Promise<Browser> {
  await answering(address);
  const { sessionId, capabilities } = await call<{
    sessionId: string;
    capabilities: { browserName: string; browserVersion: string };
  }>(`${address}/session`, {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
    },
  });
  const path = `${address}/session/${sessionId}`;
  await call(`${path}/timeouts`, { script: 170_000, implicit: 30_000 });
  const resize = async (width: number, height: number) => {
    await call(`${path}/window/rect`, { width, height });
  };
  await resize(1440, 960);
  return {
    version: `WebKitGTK ${capabilities.browserVersion}`,
    async open(url) {
      await call(`${path}/url`, { url: 'about:blank' });
      await call(`${path}/url`, { url });
    },
    async evaluate(work, ...args) {
      const script = `const done = arguments[arguments.length - 1];
        (async (...args) => (${work})(...args))(...[...arguments].slice(0, -1))
          .then((value) => done({ value }), (error) => done({ thrown: String(error) }));`;
      const { value, thrown } = await call<{ value: never; thrown?: string }>(
        `${path}/execute/async`,
        { script, args },
      );
      if (thrown !== undefined) throw new Error(thrown);
      return value;
    },
    async click(xpath) {
      const found = await call<Record<string, string>>(`${path}/element`, {
        using: 'xpath',
        value: xpath,
      });
      const [element] = Object.values(found);
      await call(`${path}/element/${element}/click`, {});
    },
    async press(key) {
      const value = keys[key] ?? key;
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value }));
      await call(`${path}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    resize,
    async picture() {
      return Buffer.from(await call<string>(`${path}/screenshot`, undefined, 'GET'), 'base64');
    },
    async close() {
      await call(path, undefined, 'DELETE');
      end();
    },
  };
}

async function answering(address: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await call(`${address}/status`, undefined, 'GET');
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Asks the driver; throws with what it says is wrong. */
async function call<Value>(url: string, body?: object, method = 'POST'): Promise<Value> {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(180_000),
    ...(body && { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as {
    value: Value & { error?: string; message?: string };
  };
  if (value?.error !== undefined) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
