import { at } from '../base/at';

/** The frameworks that an experiment's script can be written for. */
export const frameworks = ['torch', 'keras', 'tfjs'] as const;

/** One of the frameworks that an experiment's script can be written for. */
export type Framework = (typeof frameworks)[number];

/** Source code of one thing in every framework; '' where there is nothing to write. */
export type Code = Readonly<Record<Framework, string>>;

/** Code of the entries of a list, by id. An experiment with an entry that has none is refused as a script. */
export type CodeOf<Id extends string, C = Code> = Readonly<Partial<Record<Id, C>>>;

/** Code whose Python is the same in both Python frameworks. */
export function pythonAnd(python: string, tfjs: string): Code {
  return { torch: python, keras: python, tfjs };
}

/** What stands in a place of `code`: text, or lines of it. */
type Part = string | readonly string[];

/**
 * Code that lies in a template literal, without the indentation it has there. What is put in at the start
 * of a line is indented as its place is; where nothing is put in, a line of its own disappears.
 */
export function code(template: TemplateStringsArray, ...parts: readonly Part[]): string {
  let text = at(template, 0, 'part of the template');
  parts.forEach((part, index) => {
    const value = typeof part === 'string' ? part : part.join('\n');
    const indent = /(?:^|\n)( *)$/.exec(text)?.[1];
    text += indent === undefined ? value : value.replace(/\n(?=.)/g, `\n${indent}`) || nothing;
    text += at(template, index + 1, 'part of the template');
  });
  const lines = text
    .replace(/^\n|\n *$/g, '')
    .split('\n')
    .filter((line) => line.trim() !== nothing)
    .map((line) => line.replace(nothing, ''));
  const indents = lines.filter((line) => line.trim()).map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n');
}

/** Marks where a line was left empty by what was put in. */
const nothing = '\0';
