import { chromium } from 'playwright';
import { preview } from 'vite';
import { findBrowser } from './browser.mjs';

/** How a browser is started in which nothing but the page works; root has no sandbox. */
const quiet = [
  '--disable-background-networking',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * Serves the built page and starts browsers for it.
 */
export async function serveBuilt() {
  const executablePath = await findBrowser();
  if (!executablePath) throw new Error('There is no browser: npm test finds or gets one.');
  const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
  const [url = ''] = server.resolvedUrls?.local ?? [];
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
    close: () => server.close(),
  };
}
