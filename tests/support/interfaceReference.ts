import { readFileSync } from 'node:fs';
import { backendOptions } from '../../src/experiment/backends';
import type { FiniteTensor } from '../../src/history/measures';
import type { HistoryExport } from '../../src/state/page/pageInterface';

const source = 'src/state/page/pageInterface.ts';

type Measure = keyof HistoryExport['layers'];

/** The layer that the first entry of a measure's list is of. */
const first: Record<Measure, 0 | 1> = {
  gradH: 0,
  gradZ: 1,
  gradW: 1,
  gradB: 1,
  weight: 1,
  update: 1,
  actRms: 0,
};

const measures: Record<Measure, string> = {
  gradH: '`‖∂L/∂h_l‖`, the gradient of the signal that leaves layer l; h_0 is the input',
  gradZ: '`‖∂L/∂z_l‖`, the gradient of the preactivation',
  gradW: '`‖∂L/∂W_l‖`, with the penalties, before any other safeguard',
  gradB: '`‖∂L/∂b_l‖`, likewise; null where a layer has no bias',
  weight: '`‖W_l‖`',
  update: '`‖Δθ_l‖/‖θ_l‖`, over all parameters of the layer',
  actRms: 'the root mean square of `h_l`',
};

const tensors: Record<FiniteTensor, string> = {
  activation: 'the signal that leaves a layer',
  output: 'that of the last layer',
  loss: 'the loss',
  gradZ: '`∂L/∂z_l`',
  gradW: '`∂L/∂W_l`',
  gradB: '`∂L/∂b_l`',
  gradH: '`∂L/∂h_l`',
  change: 'the update `Δθ_l`',
};

/** The reference of `globalThis.chainReaction`, as Markdown: the members of its types with their comments. */
export function interfaceReference(): string {
  const text = readFileSync(source, 'utf8');
  const backends = backendOptions.filter(({ id }) => id !== 'auto').map(({ id }) => `\`'${id}'\``);
  return [
    '# The page for scripts',
    '',
    'A script inside the page finds it as `globalThis.chainReaction`; a page that embeds this one in a frame, as',
    '`frame.contentWindow.chainReaction`, which browsers allow on the same origin only. It is there as soon as the',
    'first script of the page has run, so at the latest with the `load` event of the page or of the frame: no need to poll.',
    'Until the rest of the page has loaded, promises wait for it, and `experiment()`, `set()` and `history()` throw:',
    '`await chainReaction.ready` first. [example.js](../public/example.js) drives [example.html](../public/example.html) this',
    'way. Settings are those of [links](links.md).',
    '',
    ...table('PageInterface', text),
    '',
    '## What `set()` returns',
    '',
    'A list with an entry for everything that was not taken as asked, `{ key, asked, taken, problem }`; for a key that no',
    'setting has, `{ key, problem }`. `problem.kind` is `clamped` (beside it the `limit`), `rounded`, `conflict` (another',
    'setting stands in the way; beside it the `reason` in both languages), `unreadable`, `unknownOption` or `unknownKey`.',
    'Of what is unreadable or unknown nothing is taken: the setting stays as it was.',
    '',
    '## What `history()` returns',
    '',
    ...table('HistoryExport', text),
    '',
    `A \`Backend\` is ${backends.join(', ')}. In a network of D layers every list of \`layers\` has D entries, each with a value per`,
    'record, null where nothing was measured. Norms are 2-norms over the whole tensor.',
    '',
    '| measure | what it is | its entries are of |',
    '|---|---|---|',
    ...Object.entries(measures).map(
      ([name, meaning]) =>
        `| \`${name}\` | ${meaning} | ${first[name as Measure] === 0 ? 'the input (0) to layer D − 1' : 'layers 1 to D'} |`,
    ),
    '',
    'A `NonFinite` is `{ step, layer, tensor }`. Layers count from 1, the input is 0, and the loss stands at D. `tensor` is, in',
    'the order in which a step computes them:',
    '',
    '| tensor | what it is |',
    '|---|---|',
    ...Object.entries(tensors).map(([name, meaning]) => `| \`${name}\` | ${meaning} |`),
    '',
  ].join('\n');
}

function table(name: string, text: string): readonly string[] {
  const [, body = ''] =
    new RegExp(`export interface ${name} \\{\n([\\s\\S]*?)\n\\}`).exec(text) ?? [];
  const members = [
    ...body.matchAll(
      /(?: {2}\/\*\*[\s*]+((?:(?!\*\/)[\s\S])*?)\s*\*\/\n)? {2}(?:readonly )?([^\n]+);/g,
    ),
  ];
  return [
    '| member | what it is |',
    '|---|---|',
    ...members.map(
      ([, comment = '', member = '']) =>
        `| \`${member.replaceAll('|', '\\|')}\` | ${comment.replaceAll(/\s*\n\s*\* /g, ' ')} |`,
    ),
  ];
}
