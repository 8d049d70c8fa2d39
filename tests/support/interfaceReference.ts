import { readFileSync } from 'node:fs';

const source = 'src/state/pageInterface.ts';

/** The reference of `globalThis.chainReaction`, as Markdown: the members of its types with their comments. */
export function interfaceReference(): string {
  const text = readFileSync(source, 'utf8');
  return [
    '# The page for scripts',
    '',
    'Scripts of a page that embeds this one, and of tests, find it as `globalThis.chainReaction`. Settings are those of',
    '[links](links.md). [example.html](../public/example.html) drives an embedded page this way; an embedding page reads',
    '`frame.contentWindow.chainReaction`, which browsers allow on the same origin.',
    '',
    ...table('PageInterface', text),
    '',
    '`history()` returns:',
    '',
    ...table('HistoryExport', text),
    '',
  ].join('\n');
}

function table(name: string, text: string): readonly string[] {
  const [, body = ''] =
    new RegExp(`export interface ${name} \\{\n([\\s\\S]*?)\n\\}`).exec(text) ?? [];
  const members = [...body.matchAll(/(?: {2}\/\*\* (.*?) \*\/\n)? {2}(?:readonly )?([^\n]+);/g)];
  return [
    '| member | what it is |',
    '|---|---|',
    ...members.map(
      ([, comment = '', member = '']) => `| \`${member.replaceAll('|', '\\|')}\` | ${comment} |`,
    ),
  ];
}
