import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes `licenses.md` beside the built page: name, version and license of every package whose code is in the page or in a
 * worker, with the text that the package brings. Both builds have to name their packages, so there is a plugin for each.
 * @returns {{ page: import('vite').Plugin, worker: import('vite').Plugin }}
 */
export function licenses() {
  /** @type {Set<string>} */
  const folders = new Set();
  /** @param {Iterable<string>} modules */
  const note = (modules) => {
    for (const id of modules) {
      const folder = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
      if (folder) folders.add(folder);
    }
  };
  return {
    worker: {
      name: 'licenses-of-workers',
      generateBundle() {
        note(this.getModuleIds());
      },
    },
    page: {
      name: 'licenses',
      apply: 'build',
      generateBundle() {
        note(this.getModuleIds());
        const notices = [...folders].sort().map(noticeOf);
        const source = ['# Licenses of what this page contains', ...notices].join('\n\n');
        this.emitFile({ type: 'asset', fileName: 'licenses.md', source: `${source}\n` });
      },
    },
  };
}

/** @param {string} folder of a package */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(licen[sc]e|copying)(\.|$)/i.test(entry));
  const text = file ? `\n\n${readFileSync(join(folder, file), 'utf8').trim()}` : '';
  return `## ${name} ${version}: ${license}${text}`;
}
