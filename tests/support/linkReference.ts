import { type Field, format } from '../../src/base/field';
import { budget, excessOf } from '../../src/experiment/budget';
import { differences } from '../../src/experiment/change';
import { linkLimit, type ReservedKey, reservedKeys } from '../../src/experiment/link';
import { defaultExperiment, fieldOf, type Key, sections } from '../../src/experiment/schema';
import { claims } from '../../src/learn/claims';
import { wordIds } from '../../src/learn/glossary/ids';
import { lessons } from '../../src/learn/lessons';
import { scenarios } from '../../src/learn/scenarios';
import { firstExperiment } from '../../src/state/address/firstExperiment';
import { viewNames } from '../../src/state/address/viewInLink';
import { parts } from '../../src/state/store/appearance';
import { countField, scales } from '../../src/study/map/axis';
import { type MapMeasure, mapMeasures, stepsField } from '../../src/study/map/plan';

const words: Record<ReservedKey, string> = {
  lang: '`en` or `zh-CN`: the language of the page',
  theme: '`light` or `dark`',
  projector: '`on`: large type, charts first, settings out of the way',
  embed: '`on`: the experiment without the page around it',
  hide: `what is left out, separated by commas: ${quoted(parts)}, or keys of settings; in an embedded page the \`views\` are left out anyway`,
  lock: 'keys of settings that are shown but cannot be changed, separated by commas, or `all`',
  scenario: 'a scenario, by its id; its experiment stands in for the settings of the link',
  lesson:
    'a step of a lesson, such as `depth.3`, or `depth` for its first; its experiment stands in unless the link brings settings of its own',
  claim: 'a claim, by its id',
  word: 'a word of the glossary, by its id',
  view: `what is shown, where it is not the training: ${quoted(viewNames)}`,
  data: 'the file that `dataset=ownData` expects: target column, `c` or `r` (classification, regression), input columns and name, such as `4.c.0-1-2-3.iris.csv`; columns from 0. The file itself is never in a link',
  map: 'a map of stability, as below',
};

const ofCell: Record<MapMeasure, string> = {
  growth: 'the growth of the gradient per layer, before training',
  nonFiniteStep: 'the first step that is not finite',
  loss: 'the loss, over the last tenth of the steps',
  accuracy: 'the accuracy, likewise',
};

/** The reference of links, as Markdown: every setting with its values and default, and every other word. */
export function linkReference(): string {
  const first = differences(defaultExperiment, firstExperiment).map(
    ({ key, to }) => `\`${key}=${format(fieldOf(key), to)}\``,
  );
  return [
    '# Links',
    '',
    'An experiment is the part of the address after `#`, as in',
    '`https://example.org/chain-reaction/#v=1&seed=7&depth=30&gain=2`. A link holds the version of its meaning, the seed, and',
    'every setting that differs from the default. Its order does not matter. What cannot be read or is out of range is said',
    `on the page, and the rest loads; of a link longer than ${count(linkLimit)} characters nothing is read, and the defaults stand in.`,
    '',
    `With nothing after the \`#\` the page opens with ${first.join(' and ')}, and the other defaults. With`,
    'anything there, every setting that is not named has its default.',
    '',
    'A switch is on with `on`, `true`, `1` or `yes` and off with `off`, `false`, `0` or `no`, in any letter case. This holds for',
    'settings and for words about the page. The page itself writes `on` and `off`, and `1` after `embed` and `projector`.',
    '',
    'The same keys go to `chainReaction.set`, with values of JavaScript: numbers as numbers, choices as strings, `true` and',
    '`false` for `on` and `off` (whatever a link takes for a switch is taken here too), and `0` for the `full` of `batchSize`.',
    '',
    'A change takes effect *live*, from the next step on, or begins a new run (*restart*) from the same seed.',
    '',
    'Numbers depend on what computes them. `backend=auto`, the default, takes the faster of WebGL and WebAssembly where there',
    'is a GPU, and GPUs differ in how they round: write `backend=wasm` (or `cpu`) into a link that is to show the same',
    'numbers elsewhere. Each of the two gives the same numbers, to the last bit, in every browser that has the vectors of WebAssembly.',
    '',
    `A network may have up to ${count(budget.parameters)} parameters and take ${budget.bytes / 1e9} GB and ${power(budget.work)} operations a step`,
    `(${power(plainWork())} with \`backend=cpu\`). The page refuses what is larger, and says what would fit.`,
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
    '`?software-webgl`, before the `#`, lets WebGL be drawn in software; it is for tests.',
    '',
    '## Maps',
    '',
    'A map is `setting_from_to_cells_scale*setting_from_to_cells_scale*measure`, such as',
    '`depth_3_51_17_linear*gain_0.5_2_17_log*growth`. The settings are two of those whose values are numbers, other than',
    `\`dataHash\`. An axis has ${countField.min} to ${countField.max} cells; its scale is ${quoted(scales, ' or ')}, which begins above 0.`,
    '',
    '| measure | of a cell |',
    '|---|---|',
    ...mapMeasures.map((measure) => `| \`${measure}\` | ${ofCell[measure]} |`),
    '',
    `All but \`growth\` may be followed by \`_\` and the steps to train, ${stepsField.min} to ${stepsField.max}: \`loss_300\`; else it is ${stepsField.default}.`,
    '',
    '## Ids',
    '',
    '| key | ids |',
    '|---|---|',
    `| \`scenario\` | ${quoted(idsOf(scenarios))} |`,
    `| \`lesson\` | ${lessons.map(({ id, steps }) => `\`${id}.1\` to \`${id}.${steps.length}\``).join(', ')} |`,
    `| \`claim\` | ${quoted(idsOf(claims))} |`,
    `| \`word\` | ${quoted(wordIds)} |`,
    '',
  ].join('\n');
}

function row(key: Key): string {
  const field = fieldOf(key);
  const initial = format(field, field.default);
  const note = key === 'dataHash' ? '; written by the page' : '';
  return `| \`${key}\` | ${field.label.en} | ${valuesOf(field)}${note} | \`${initial}\` | ${field.change} |`;
}

function valuesOf(field: Field): string {
  if (field.kind === 'toggle') return '`on`, `off`';
  if (field.kind === 'choice') return quoted(field.options.map(({ id }) => id));
  const range = `${field.min} to ${field.max}${field.integer ? ', whole' : ''}`;
  return field.word ? `${range}, or \`${field.word.text}\`` : range;
}

/** The most operations of a step in plain JavaScript: what a network over it is told. */
function plainWork(): number {
  const large = { ...defaultExperiment, backend: 'cpu', depth: 100, width: 256 } as const;
  const excess = excessOf({ ...large, samples: 10_000, batchSize: 1024 });
  return excess.find(({ measure }) => measure === 'work')?.limit ?? Number.NaN;
}

function idsOf(entries: readonly { readonly id: string }[]): readonly string[] {
  return entries.map(({ id }) => id);
}

function quoted(names: readonly string[], between = ', '): string {
  return names.map((name) => `\`${name}\``).join(between);
}

function count(value: number): string {
  return value.toLocaleString('en');
}

function power(value: number): string {
  const exponent = Math.floor(Math.log10(value));
  const raised = [...String(exponent)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]);
  return `${value / 10 ** exponent}·10${raised.join('')}`;
}
