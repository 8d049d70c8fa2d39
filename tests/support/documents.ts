import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the paths of all files of a folder, at any depth. */
export const inFolder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));

/** The Markdown files of the project. */
export const documents: readonly string[] = [
  ...readdirSync('.'),
  ...['docs', 'src', 'tests', 'tools'].flatMap(inFolder),
].filter((name) => name.endsWith('.md'));
