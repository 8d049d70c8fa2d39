import { expect, test } from '@playwright/test';
import { open, settled, train, watch } from './page';

test('the policy stands in the page, in the answer and in the file for static hosts', async ({
  page,
  request,
}) => {
  const answer = await request.get('/');
  const inHeader = answer.headers()['content-security-policy'] ?? '';
  expect(inHeader).toContain("default-src 'none'");
  expect(await (await request.get('/_headers')).text()).toContain(inHeader);
  await open(page, '&depth=4&width=8');
  const meta = page.locator('meta[http-equiv="Content-Security-Policy"]');
  expect(await meta.getAttribute('content')).toBe(inHeader);
});

test('the notices of what the page and its workers contain lie beside it', async ({ request }) => {
  const notices = await (await request.get('/licenses.md')).text();
  for (const name of [
    'react',
    'recharts',
    '@tensorflow/tfjs-core',
    '@tensorflow/tfjs-backend-webgl',
  ]) {
    expect(notices).toContain(`## ${name} `);
  }
});

test('inline scripts, eval, markup from text and scripts from elsewhere are refused; the page works', async ({
  page,
}) => {
  const complaints = watch(page);
  await open(page, '&depth=4&width=8&gain=1');
  await train(page, 5);
  for (const name of ['Safeguards', 'Map', 'Your log', 'Learn', 'Training']) {
    await page.getByRole('button', { name, exact: true }).click();
    await settled(page);
  }
  expect(complaints).toEqual([]);
  const refused = await page.evaluate(async () => {
    // What a debugger evaluates may evaluate; what comes after it may not.
    await new Promise((resolve) => setTimeout(resolve));
    const fails = (work: () => unknown) => {
      try {
        work();
        return false;
      } catch {
        return true;
      }
    };
    const script = document.createElement('script');
    return {
      markup: fails(() => {
        document.createElement('div').innerHTML = '<b>x</b>';
      }),
      evaluated: fails(() => new Function('return 1')()),
      worker: fails(() => new Worker('https://example.com/worker.js')),
      source: fails(() => {
        script.src = 'https://example.com/script.js';
      }),
      inline: fails(() => {
        script.textContent = 'globalThis.ran = true';
      }),
    };
  });
  expect(Object.values(refused)).toEqual(Array(5).fill(true));
});
