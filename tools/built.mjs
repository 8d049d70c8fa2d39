import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { build } from 'vite';
import { requireBrowser } from './browser.mjs';
import { stop } from './options.mjs';
import { serve } from './serve.mjs';

/** How a browser is started in which nothing but the page works; root has no sandbox. */
const quiet = [
  '--disable-background-networking',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * Builds the page, serves it and starts browsers for it.
 * @param {boolean} isBuilt whether the build in `dist` is taken as it is
 */
export async function serveBuilt(isBuilt) {
  const executablePath = await requireBrowser();
  if (!isBuilt) await build({ logLevel: 'error' });
  else if (!existsSync('dist/index.html')) stop('There is no build in dist: leave --built out.', 1);
  const server = await serve('dist', { host: '127.0.0.1', port: 0 });
  const [url = ''] = server.urls;
  return {
    url,
    /** @param {readonly string[]} args what the browser is told, beside what every one is */
    browser: (args = ['--disable-gpu']) =>
      chromium.launch({ executablePath, args: [...args, ...quiet] }),
    /**
     * Opens an experiment and waits until its step 0 is measured.
     * @param {import('playwright').Page} page
     * @param {string} link
     */
    async open(page, link) {
      await page.goto(`${url}${link}`);
      await page.evaluate(() => globalThis.chainReaction.ready);
    },
    close: server.close,
  };
}
