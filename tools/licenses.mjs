import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Writes `licenses.md` beside the built page: name, version and license of every package whose code is in the page or in a
 * worker, with the text that the package brings, and the notices in files of ours that follow the work of others. Both
 * builds have to name what they hold, so there is a plugin for each.
 * @returns {{ page: import('vite').Plugin, worker: import('vite').Plugin }}
 */
export function licenses() {
  /** @type {Set<string>} */
  const folders = new Set();
  /** @type {Map<string, string>} */
  const ours = new Map();
  /** @param {Iterable<string>} modules */
  const note = (modules) => {
    for (const id of modules) {
      const folder = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
      if (folder) folders.add(folder);
      const notice = folder ? undefined : noticeIn(id);
      if (notice) ours.set(relative('.', id), notice);
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
        const own = [...ours].sort().map(([file, notice]) => `## ${file}\n\n${notice}`);
        const source = ['# Licenses of what this page contains', ...notices, ...own].join('\n\n');
        this.emitFile({ type: 'asset', fileName: 'licenses.md', source: `${source}\n` });
      },
    },
  };
}

/**
 * The comment at the head of a source file, if it holds a copyright.
 * @param {string} id of a module
 */
function noticeIn(id) {
  if (!/\/src\/.*\.ts$/.test(id)) return undefined;
  const comment = /^\/\*([\s\S]*?)\*\//.exec(readFileSync(id, 'utf8'))?.[1];
  if (!comment?.includes('Copyright')) return undefined;
  return comment.replaceAll(/^ \* ?/gm, '').trim();
}

/** @param {string} folder of a package */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(licen[sc]e|copying)(\.|$)/i.test(entry));
  const text = file ? `\n\n${readFileSync(join(folder, file), 'utf8').trim()}` : '';
  return `## ${name} ${version}: ${license}${text}`;
}
