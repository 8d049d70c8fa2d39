import { resolve } from 'node:path';
import { generateSW } from 'workbox-build';

/**
 * Writes the service worker beside the built page: every file of one build is cached before it takes over, so that the
 * page works without a network and never mixes two builds.
 * @returns {import('vite').Plugin}
 */
export function serviceWorker() {
  let folder = 'dist';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    // After a build that failed there is nothing to list, and its own error has to be heard.
    async writeBundle() {
      const { warnings } = await generateSW({
        globDirectory: folder,
        globPatterns: ['**/*.{html,js,css,wasm,svg,png,webmanifest,md}'],
        swDest: `${folder}/sw.js`,
        inlineWorkboxRuntime: true,
        sourcemap: false,
        maximumFileSizeToCacheInBytes: 5e6,
        ignoreURLParametersMatching: [/./],
        cleanupOutdatedCaches: true,
      });
      for (const warning of warnings) this.warn(warning);
    },
  };
}
