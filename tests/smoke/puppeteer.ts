import puppeteer, { type LaunchOptions } from 'puppeteer-core';
import { browserArgs, findBrowser, findFirefox } from '../../tools/browser.mjs';
import type { Browser } from './browser';
import { openDisplay } from './display';

/** Starts Chromium. */
export async function chromium(): Promise<Browser> {
  const executablePath = await findBrowser();
  if (executablePath === undefined) throw new Error('No Chromium found.');
  return start({ browser: 'chrome', executablePath, args: browserArgs });
}

/** Starts Firefox, over WebDriver BiDi; it has WebGL only where it has a display. */
export async function firefox(): Promise<Browser> {
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error('No Firefox found.');
  const display = await openDisplay();
  const browser = await start({
    browser: 'firefox',
    executablePath,
    headless: display === null,
    env: { ...process.env, ...display?.environment },
    extraPrefsFirefox: {
      'datareporting.policy.dataSubmissionEnabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'webgl.force-enabled': true,
    },
  });
  return {
    ...browser,
    async close() {
      await browser.close();
      display?.close();
    },
  };
}

/** Puppeteer's types spell out what it does to arguments; plain values stay what they are. */
type Work = (...args: unknown[]) => unknown;

async function start(options: LaunchOptions): Promise<Browser> {
  const browser = await puppeteer.launch({ headless: true, ...options });
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  return {
    version: await browser.version(),
    async open(url) {
      await page.goto('about:blank');
      await page.goto(url, { waitUntil: 'domcontentloaded' });
    },
    evaluate: (work, ...args) => page.evaluate(work as unknown as Work, ...args) as never,
    async click(xpath) {
      const found = await page.waitForSelector(`::-p-xpath(${xpath})`);
      if (!found) throw new Error(`Nothing to click: ${xpath}`);
      await found.click();
    },
    press: (key) => page.keyboard.press(key),
    resize: (width, height) => page.setViewport({ width, height }),
    picture: () => page.screenshot(),
    close: () => browser.close(),
  };
}
