import { type Field, format } from '../../src/base/field';
import { type ReservedKey, reservedKeys } from '../../src/experiment/link';
import { fieldOf, type Key, sections } from '../../src/experiment/schema';
import { parts } from '../../src/state/appearance';
import { viewNames } from '../../src/state/viewed';

const words: Record<ReservedKey, string> = {
  lang: '`en` or `zh-CN`: the language of the page',
  theme: '`light` or `dark`',
  projector: '`1`: large type, charts first, settings out of the way',
  embed: '`1`: the experiment without the page around it',
  hide: `what is left out, separated by commas: ${parts.map((part) => `\`${part}\``).join(', ')}, or keys of settings`,
  lock: 'keys of settings that are shown but cannot be changed, separated by commas, or `all`',
  scenario: 'a scenario, by its id; its experiment stands in for the settings of the link',
  lesson:
    'a step of a lesson, such as `depth.3`; its experiment stands in unless the link brings settings of its own',
  claim: 'a claim, by its id',
  word: 'a word of the glossary, by its id',
  view: `what is shown, where it is not the training: ${viewNames.map((name) => `\`${name}\``).join(', ')}`,
  data: 'the file that `dataset=ownData` expects: target column, `c` or `r` (classification, regression), input columns and name, such as `4.c.0-1-2-3.iris.csv`; columns from 0. The file itself is never in a link',
  map: 'a map of stability: `setting_from_to_cells_scale*setting_from_to_cells_scale*measure`, such as `depth_3_51_17_linear*gain_0.5_2_17_log*growth`; a measure that needs training is followed by `_steps`',
};

/** The reference of links, as Markdown: every setting with its values and default, and every other word. */
export function linkReference(): string {
  return [
    '# Links',
    '',
    'An experiment is the part of the address after `#`: `v=1&seed=7&depth=30&gain=2`. A link holds the version of its',
    'meaning, the seed, and every setting that differs from the default. Its order does not matter. What cannot be read',
    'or is out of range is said on the page, and the rest loads. The same keys and values go to `chainReaction.set`, there',
    'as numbers, booleans and strings.',
    '',
    'A change takes effect *live*, from the next step on, or begins a new run (*restart*) from the same seed.',
    ...sections.flatMap(({ id, keys }) => [
      '',
      `## ${id[0]?.toUpperCase()}${id.slice(1)}`,
      '',
      '| key | setting | values | default | change |',
      '|---|---|---|---|---|',
      ...keys.map(row),
    ]),
    '',
    '## The page',
    '',
    '| key | value |',
    '|---|---|',
    ...reservedKeys.map((key) => `| \`${key}\` | ${words[key]} |`),
    '',
  ].join('\n');
}

function row(key: Key): string {
  const field = fieldOf(key);
  const initial = format(field, field.default);
  return `| \`${key}\` | ${field.label.en} | ${valuesOf(field)} | \`${initial}\` | ${field.change} |`;
}

function valuesOf(field: Field): string {
  if (field.kind === 'toggle') return '`on`, `off`';
  if (field.kind === 'choice') return field.options.map(({ id }) => `\`${id}\``).join(', ');
  const range = `${field.min} to ${field.max}${field.integer ? ', whole' : ''}`;
  return field.word ? `${range}, or \`${field.word.text}\`` : range;
}
