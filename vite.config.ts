import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import packageJson from './package.json' with { type: 'json' };
import { assemblyScript } from './tools/assemblyscript.mjs';
import { launchOptions } from './tools/browser.mjs';
import { licenses } from './tools/licenses.mjs';
import { serviceWorker } from './tools/serviceWorker.mjs';

/** No other origin, nothing inline, no markup from text; WebAssembly may be compiled. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

const securityHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** Puts the policy first in the built page's head, so that it holds on any static host, and the headers in `_headers`. */
const policyInPage: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  generateBundle() {
    const lines = Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}`);
    this.emitFile({ type: 'asset', fileName: '_headers', source: `/*\n${lines.join('\n')}\n` });
  },
  transformIndexHtml: {
    order: 'post',
    handler: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
  },
};

/** Asks browsers that can to compile every function of a script beside the page's thread, before any is called. */
const compileAhead: Plugin = {
  name: 'compile-ahead',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
      }
    },
  },
};

/** Fetches what the page is made of while its first words are painted, which come first. */
const preloadStart: Plugin = {
  name: 'preload-start',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle = {} }) {
      const start = Object.values(bundle).find(
        (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('src/start.tsx'),
      );
      if (start?.type !== 'chunk') throw new Error('The page has no start.');
      const chunks = [start.fileName, ...start.imports].flatMap((name) => bundle[name] ?? []);
      const scripts = chunks.filter((file) => !(file.type === 'chunk' && file.isEntry));
      const styles = new Set(
        scripts.flatMap((file) => [...(file.viteMetadata?.importedCss ?? [])]),
      );
      return [
        ...scripts.map(({ fileName }) => ({ rel: 'modulepreload', href: `./${fileName}` })),
        ...[...styles].map((fileName) => ({ rel: 'preload', as: 'style', href: `./${fileName}` })),
      ].map((attrs) => ({
        tag: 'link',
        attrs: { ...attrs, crossorigin: true, fetchpriority: 'low' },
        injectTo: 'head' as const,
      }));
    },
  },
};

/**
 * Keeps what a worker's chunks share out of its entry. A chunk that imports the entry makes WebKit evaluate it a second
 * time, and the second copy takes the messages. A plugin, because Vite overrides the option of a worker's build.
 */
const entryOfItsOwn: Plugin = {
  name: 'entry-of-its-own',
  options: (options) => ({ ...options, preserveEntrySignatures: 'strict' }),
};

/** What tests compare with, beside what the worker imports. */
const tfjsPackages = ['@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm'];

const notices = licenses();

export default defineConfig({
  base: './',
  plugins: [
    react(),
    policyInPage,
    preloadStart,
    compileAhead,
    assemblyScript(),
    notices.page,
    serviceWorker(),
  ],
  define: {
    __APP_VERSION__: JSON.stringify(packageJson.version),
    __TFJS_VERSION__: JSON.stringify(packageJson.dependencies['@tensorflow/tfjs-core']),
  },
  worker: { format: 'es', plugins: () => [assemblyScript(), notices.worker, entryOfItsOwn] },
  // What only the worker imports has to be found beforehand, else its first import reloads the page.
  optimizeDeps: { entries: ['index.html', 'src/worker/entry.ts'] },
  build: {
    target: 'es2022',
    // A slow machine is nothing to warn of.
    rolldownOptions: { checks: { pluginTimings: false } },
    assetsInlineLimit: (file) => (file.endsWith('.wasm') ? false : undefined),
  },
  preview: { headers: securityHeaders },
  test: {
    maxWorkers: '100%',
    tags: [
      { name: 'deep', description: 'Runs in `npm run test:deep`, a share of it each day in CI.' },
    ],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'science',
          include: ['tests/science/**/*.test.ts'],
          environment: 'node',
          // Node resolves only whole packages.
          setupFiles: ['tests/support/node.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'code',
          include: ['tests/code/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['tests/support/node.ts'],
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'smoke',
          include: ['tests/smoke/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'commands',
          include: ['tests/commands/**/*.test.ts'],
          environment: 'node',
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        optimizeDeps: { include: tfjsPackages },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: await launchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
