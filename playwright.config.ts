import { defineConfig } from '@playwright/test';
import { launchOptions } from './tools/browser.mjs';

const port = Number(process.env.E2E_PORT ?? 4273);
const url = `http://localhost:${port}/`;

/** End-to-end tests of the production build, served as a static host would serve it. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  // One picture for every machine: the pictures' test brings its letters along.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    // What a test asks for comes from the build, not from the cache of another one.
    serviceWorkers: 'block',
    launchOptions: await launchOptions(),
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    url,
    reuseExistingServer: false,
  },
});
