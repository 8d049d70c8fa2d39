import { readFileSync } from 'node:fs';
import { documents } from '../support/documents';

/** Commands begin with one of these in inline code; a block of `sh` holds nothing else. */
const programs = /^(npm|npx|node|python3?|torchrun|git) \S/;

/** Returns the commands that a document shows, in blocks of `sh` and in inline code, without their comments. */
export function commandsIn(text: string): readonly string[] {
  const blocks = [...text.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = '']) =>
    block.split('\n').map((line) => line.replace(/(^|\s)#.*/, '')),
  );
  const prose = text.replace(/^```.*?^```/gms, '');
  const inline = [...prose.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
  return [...blocks, ...inline.filter((code) => programs.test(code))]
    .map((command) => command.replace(/\s+/g, ' ').trim())
    .filter((command) => command !== '');
}

/** Returns every command that is shown to people, once; the changelog tells of what was. */
export function documentedCommands(): readonly string[] {
  const texts = documents
    .filter((name) => name !== 'CHANGELOG.md')
    .map((name) => readFileSync(name, 'utf8'));
  return [...new Set(texts.flatMap(commandsIn))].sort();
}
