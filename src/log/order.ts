import { groupBy } from '../base/groupBy';
import { type PathWord, pathOf } from './parameters';

/** How sure the order of layers is: not at all where names tell nothing, and of no use where networks stand side by side. */
export type Sureness = 'sure' | 'unsure' | 'separate';

/** Layers in the order of the network. */
export interface Ordered {
  readonly layers: readonly string[];
  readonly sureness: Sureness;
  /** The steps of the chain rule: blocks, or layers where there are no blocks, as places in `layers`. */
  readonly units: readonly (readonly number[])[];
}

/** Words by where they stand in a network, from its input to its output; `numbered` words go by their numbers first. */
const places: readonly {
  readonly words: RegExp;
  readonly place: number;
  readonly numbered?: true;
}[] = [
  {
    words:
      /^(input|stem|shared|cls_token|class_token|class_embedding|class_emb|mask_token|register_tokens|reg_token|dist_token|positional_embedding|pos_embedding|positional_encoding|tokens_embed|inputs|embed|embedding|embeddings|embedder|embed_tokens|tok_embeddings|token_embedding|word_embeddings|wte|wpe|patch_embed|patch_embedding|pos_embed|position_embeddings|tok_emb|pos_emb|conv_in|conv_stem|fc_in|input_layer|in_proj|input_proj|time_embed|encoder_embed)$/,
    place: 0,
  },
  {
    words:
      /^(encoder|enc|down|down_blocks|features|backbone|trunk|body|encoder_layers|encoder_blocks)$/,
    place: 2,
  },
  {
    words: /^(conv|conv2d|conv1d|bn|batchnorm|batch_normalization|norm|ln|gn|prelu)$/,
    place: 1,
    numbered: true,
  },
  {
    words:
      /^(layer|layers|block|blocks|h|stage|stages|net|hidden|res|group|l|lstm|gru|rnn|transformer|transformer_blocks|encoder_layer|resblock)$/,
    place: 3,
  },
  { words: /^(mid|mid_block|middle|middle_block|bottleneck|neck|bridge)$/, place: 4 },
  { words: /^(decoder|dec|up|up_blocks|decoder_layers|decoder_blocks)$/, place: 5 },
  {
    words:
      /^(norm|ln_f|norm_f|final_norm|final_layer_norm|final_layernorm|ln_final|post_norm|norm_out|layernorm|layer_norm)$/,
    place: 6,
  },
  { words: /^(fc|linear|dense|lin|mlp)$/, place: 7 },
  {
    words:
      /^(head|heads|lm_head|output|out|outputs|classifier|fc_out|logits|proj_out|conv_out|output_layer|out_proj|embed_out|score|cls|pred|predictions|last|final|fc_final)$/,
    place: 8,
  },
];

/** Networks that are trained side by side. */
const sideBySide =
  /^(actor|critic|policy|pi|qf|q|vf|generator|discriminator|netg|netd|teacher|student|online|target|predictor|vision_model|text_model|visual|image_encoder|text_encoder|value_function|q_network)$/;

/** Orders the layers of parameters that stand in a file in this order. */
export function orderLayers(
  parameters: readonly string[],
  layers: readonly string[],
  arranged?: readonly string[],
): Ordered {
  if (
    arranged &&
    arranged.length === layers.length &&
    layers.every((layer) => arranged.includes(layer))
  ) {
    return { layers: arranged, sureness: 'sure', units: arranged.map((_, index) => [index]) };
  }
  const paths = new Map(layers.map((layer) => [layer, pathOf(layer)]));
  const pathIn = (layer: string) => paths.get(layer) ?? [];
  const isOfFile = !isSorted(parameters) && ascend(layers, pathIn);
  const tree = treeOf(layers.map((layer) => ({ layer, path: pathIn(layer) })));
  const sorted = isOfFile ? { layers, isSure: isNamedByCode(parameters) } : byNames(tree);
  const unitOf = (layer: string) => unitIn(pathIn(layer));
  const units = groupBy(sorted.layers.keys(), (index) => unitOf(sorted.layers[index] ?? ''));
  const sureness = isSeparate(tree) ? 'separate' : sorted.isSure ? 'sure' : 'unsure';
  return { layers: sorted.layers, sureness, units: [...units.values()] };
}

/** Tests whether names are sorted as words, as tools sort columns, and not as a network has them. */
function isSorted(names: readonly string[]): boolean {
  if (names.length < 3) return false;
  const ascends = (less: (a: string, b: string) => boolean) =>
    names.every((name, index) => index === 0 || less(names[index - 1] ?? '', name));
  const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  return (
    ascends((a, b) => a < b) ||
    ascends((a, b) => a.toLowerCase() < b.toLowerCase()) ||
    ascends((a, b) => natural.compare(a, b) < 0)
  );
}

/** Tests whether the numbers behind every prefix ascend. */
function ascend(
  layers: readonly string[],
  pathIn: (layer: string) => readonly PathWord[],
): boolean {
  const last = new Map<string, number>();
  for (const layer of layers) {
    let prefix = '';
    for (const { word, number } of pathIn(layer)) {
      prefix += `/${word}`;
      if (number === null) continue;
      if (number < (last.get(prefix) ?? 0)) return false;
      last.set(prefix, number);
      prefix += number;
    }
  }
  return true;
}

/** Tests whether names are those of a program's parameters, which come in its order, and not a person's own words. */
function isNamedByCode(parameters: readonly string[]): boolean {
  return parameters.every(
    (name) => /[./]/.test(name) || /\d/.test(name) || /[._](weight|bias|kernel)$/i.test(name),
  );
}

interface Leaf {
  readonly layer: string;
  readonly path: readonly PathWord[];
}

/** Layers that share the beginning of their paths, by the next word and number. */
interface Node {
  readonly word: string;
  readonly number: number | null;
  readonly leaves: readonly string[];
  readonly children: readonly Node[];
}

function treeOf(
  leaves: readonly Leaf[],
  depth = 0,
  own: PathWord = { word: '', number: null },
): Node {
  const ended = leaves.filter(({ path }) => path.length === depth);
  const groups = groupBy(
    leaves.filter(({ path }) => path.length > depth),
    ({ path }) => `${path[depth]?.word} ${path[depth]?.number ?? ''}`,
  );
  return {
    ...own,
    leaves: ended.map(({ layer }) => layer),
    children: [...groups.values()].map((group) =>
      treeOf(group, depth + 1, group[0]?.path[depth] ?? own),
    ),
  };
}

/** Orders by what names say; unsure where words that part units stand at no known place. */
function byNames(node: Node): { readonly layers: readonly string[]; readonly isSure: boolean } {
  const placed = node.children.map((child) => ({ child, at: placeOf(child) }));
  const words = new Set(node.children.map(({ word }) => word));
  const isKnown = words.size < 2 || areParted(placed);
  const sorted = placed.toSorted(
    (a, b) =>
      (a.at?.place ?? 3.5) - (b.at?.place ?? 3.5) ||
      (a.child.number ?? -1) - (b.child.number ?? -1) ||
      (a.at?.rank ?? 0) - (b.at?.rank ?? 0),
  );
  const below = sorted.map(({ child }) => byNames(child));
  const isWithinUnit = node.number !== null;
  return {
    layers: [...node.leaves, ...below.flatMap(({ layers }) => layers)],
    isSure: isWithinUnit || (isKnown && below.every(({ isSure }) => isSure)),
  };
}

function placeOf({ word, number }: Node): { readonly place: number; readonly rank: number } | null {
  const numbered = ['conv', 'conv2d', 'conv1d'].includes(word) ? 0 : 1;
  const found = places.find(
    ({ words, numbered: isNumbered }) => words.test(word) && (!isNumbered || number !== null),
  );
  return found ? { place: found.place, rank: numbered } : null;
}

/** Tests whether different words stand at different known places, or go by their numbers. */
function areParted(
  placed: readonly { readonly child: Node; readonly at: { readonly place: number } | null }[],
): boolean {
  const byPlace = new Map<number, Set<string>>();
  for (const { child, at } of placed) {
    if (!at) return false;
    byPlace.set(at.place, (byPlace.get(at.place) ?? new Set()).add(child.word));
  }
  return [...byPlace].every(([place, words]) => words.size === 1 || [0, 1, 8].includes(place));
}

/** Gives the block of a layer: the stem, the head, or its path up to the first number, with the bare numbers behind it. */
function unitIn(path: readonly PathWord[]): string {
  const [top] = path;
  const end =
    top && top.number === null ? places.find(({ words }) => words.test(top.word)) : undefined;
  if (end && (end.place === 0 || end.place === 8)) return end.place === 0 ? 'stem' : 'head';
  const first = path.findIndex(({ number }) => number !== null);
  if (first < 0) return path.map(({ word }) => word).join('.');
  let last = first + 1;
  while (path[last]?.word === '' && path[last]?.number !== null && last < path.length) last++;
  return path
    .slice(0, last)
    .map(({ word, number }) => `${word}${number ?? ''}`)
    .join('.');
}

/** Tests whether layers belong to networks that stand side by side. */
function isSeparate(node: Node): boolean {
  if (node.children.length === 1 && node.leaves.length === 0) {
    const [only] = node.children;
    return only ? isSeparate(only) : false;
  }
  if (node.number !== null) return false;
  const nets = node.children.filter(({ word }) => sideBySide.test(word));
  if (nets.length > 1 || (nets.length === 1 && node.children.length > 1)) return true;
  const deep = node.children.filter((child) => child.number === null && countUnits(child) > 1);
  return deep.length > 1 && deep.some((child) => !placeOf(child));
}

function countUnits(node: Node): number {
  const own = node.children.filter(({ number }) => number !== null).length;
  return (
    own +
    node.children
      .filter(({ number }) => number === null)
      .reduce((sum, child) => sum + countUnits(child), 0)
  );
}
