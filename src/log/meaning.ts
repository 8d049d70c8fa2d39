import type { Loggable } from './entries';

/** What a column of a log holds, or what a tag of it is called. Of several alike, the one of the lowest rank counts. */
export type Meaning =
  | { readonly kind: 'step'; readonly rank: number }
  | { readonly kind: 'epoch' | 'batch' | 'layer' | 'name' | 'part' | 'run' | 'value' | 'other' }
  /** A measure that the page itself writes. */
  | { readonly kind: 'measure'; readonly measure: Loggable }
  /** A gradient of what the row names; without a name, of the whole network. `statistic` is what it is if not a norm. */
  | {
      readonly kind: 'gradient';
      readonly rank: number;
      readonly network: string;
      readonly statistic?: string;
      /** Whether its name says that it is of everything. */
      readonly isTotal: boolean;
      /** Whether nothing says so, and it is only taken for one. */
      readonly isAssumed?: true;
    }
  /** A column of its own for every parameter. */
  | { readonly kind: 'parameter'; readonly parameter: string; readonly of: 'gradient' | 'weight' }
  | { readonly kind: Scalar; readonly rank: number };

/** What a log holds once per step. */
export type Scalar =
  | 'loss'
  | 'validationLoss'
  | 'learningRate'
  | 'lossScale'
  | 'clipLimit'
  | 'skipped';

/** A name without the run that Weights & Biases writes before it. */
export interface OwnName {
  readonly run: string;
  readonly name: string;
}

const other: Meaning = { kind: 'other' };

/** A norm of what its row names. */
const row = { kind: 'gradient', rank: 0, network: '', isTotal: false } as const;

/** A series of a file that does not say what it holds. */
export const assumedNorm: Meaning = { ...row, isTotal: true, isAssumed: true };

/** Names of step counters, the surest first. */
const steps = [
  /^(trainer )?global step$/,
  /^(train )?step$/,
  /^(num )?(updates|steps)$/,
  /^(iteration|iterations|iter|it|n iter|niter)$/,
] as const;

const measures: readonly (readonly [RegExp, Loggable])[] = [
  [/^grad ?h$/, 'gradH'],
  [/^grad ?z$/, 'gradZ'],
  [/^(grad ?w|weight grad( norm)?)$/, 'gradW'],
  [/^(grad ?b|bias grad( norm)?)$/, 'gradB'],
  [/^(weight|weight ?norm|param ?norm|parameter ?norm)$/, 'weight'],
  [/^(update|update ?ratio)$/, 'update'],
  [/^(act ?rms|activation rms)$/, 'actRms'],
];

const layers = /^(layer|layer ?(number|index|id|idx)|depth|block)$/;
const names =
  /^(name|module|(layer|param|parameter|module|variable|weight) ?name|variable|tag|metric|metric ?name|key)$/;
const parts = /^(param|parameter|part|kind|tensor|type)$/;
const runs = /^(run|run ?(id|name|uuid)|experiment( ?(id|name))?|trial)$/;

/** A word that says that a value is no norm but a statistic of one, or of something else. */
const statistics =
  /^(max|min|avg|mean|std|var|variance|median|abs|exp|ratio|sparsity|cosine|cos|hist|histogram|snr|noise|ema|count|pct|percent|percentile|frac|fraction|rate|clipped|clip|clipping|clips|coef|coeff|param|params|zeros|sim|similarity|accum|accumulation|checkpoint|checkpointing|scale|scaler|threshold|kurtosis|skew|entropy|time|num|number|numel|shape|update|variance)$/;

/** What the norm of all gradients of a network is called. */
const total =
  /^(?:(?:total|global|overall|all|full|model|raw|unclipped|pre ?clip|before clip(?:ping)?) )*(?:l ?2 |2 0 )?(?:grads?|gradients?) ?(?:global )?(?:l ?2 |2 0 )?norms?(?: (?:l ?2|2 0))?(?: (?:total|global|overall|all|step|unclipped|raw|pre ?clip|before ?clip(?:ping)?|before|value))*$|^g ?norm$|^(?:total|global) norm$|^norm$|^(?:grad|gradient)$/;

const statisticOf =
  /^(?:(mean|avg|max|rms|median|std) (?:abs )?(?:grads?|gradients?)(?: abs)?(?: norm)?|(?:grads?|gradients?) (?:abs )?(mean|avg|max|rms|median|std)(?: abs)?)$/;

/** Words that group the metrics of a training and name no part of it. */
const groups =
  /^(?:(?:train|training|trainer|optim|optimizer|metrics|stats|charts|monitor|perf|debug|logs?|losses|system|info|batch|diagnostics) )+/;

/** Networks that are trained side by side: their gradients are no chain. */
const networks =
  /^(actor|critic\d?|policy|pi|value|vf|v|q\d?|qf\d?|alpha|generator|gen|discriminator|disc|netg\w*|netd\w*|g|d|teacher|student|online|target|predictor|world model|world|reward|encoder q|encoder k|router)$/;

const losses = /(^| )(loss|crossentropyloss|cross entropy|nll|mse|objective)($| )/;
const exactLosses = [
  /^loss$/,
  /^(train|training) loss( (train|training))?$|^loss (train|training)$/,
  /^(total|lm|ce|nll|model|batch|overall|avg|mean|running) loss$|^(train |training )?(crossentropyloss|cross entropy)( loss)?$|^loss (total|sum|all|batch)$|^(train|training) (total |lm |nll )loss$/,
  /^(train |training )?loss (step|batch)$|^(train|training) loss (step|batch)$/,
] as const;
const validation =
  /(^| )(val|valid|validation|eval|evaluation|test|dev|holdout|heldout)\d*($| )|^val(id)?loss$/;
const rates = /^((train|training|optimizer|optim|opt|charts|lr|model) )*(lr|learning ?rate)( .*)?$/;
const scales =
  /(^| )((loss|grad|amp|gradient) ?scal(e|er|ing)( factor| value)?|scaler( scale)?|scale)$/;
const limits =
  /^(max (grad|gradient) norm|(grad|gradient) clip( (val|value|norm|threshold))?|clip (norm|grad|value|val|grad norm|threshold)|clipping (threshold|norm)|max norm)$/;
const skips = /(^| )(skipped( (iterations|steps|updates))?|overflow|found inf)$/;

/** A prefix of columns that hold the norm of the parameter named after them. */
const prefix =
  /^(?:.*?[/ ])?(?:layer[_-])?(grads?|gradients?|params?|parameters?|weights?)(?:[_ .-]?(?:l2|2\.0|2))?([_ .-]?norms?)?(?:_total)?[/_.:\- ]+(.+)$/i;

/** An end of columns that hold the norm of the parameter named before it. */
const suffix =
  /^(.+?)[/_.\- ](?:(weight|param)[/_.\- ]?norm|(?:grads?|gradients?)(?:[/_.\- ]?(?:2\.0_|l2_?)?norms?)?(?:[/_](?:step|value|l2))?)$/i;

/** The range that Weights & Biases adds to a smoothed line, and the run's name before the metric's. */
const rangeOfLine = /__(MIN|MAX)$/;
const runBefore = /^(.+?) - (?=\S)/;

/** Takes the run's name off a column's. */
export function ownNameOf(column: string): OwnName {
  const plain = column.trim();
  const found = runBefore.exec(plain);
  return found
    ? { run: found[1] ?? '', name: plain.slice(found[0].length) }
    : { run: '', name: plain };
}

/** Gives what a column, a key or a tag is by its name. */
export function meaningOf(column: string): Meaning {
  if (rangeOfLine.test(column.trim())) return other;
  const { name } = ownNameOf(column);
  const words = wordsOf(name);
  const last = wordsOf(name.split('/').at(-1) ?? '');
  if (limits.test(words) || limits.test(last)) return { kind: 'clipLimit', rank: 0 };
  return ofPlace(words) ?? ofRow(words, last) ?? ofParameter(name) ?? ofStep(words, last) ?? other;
}

/** Splits a name into lower-case words with one blank between them. */
function wordsOf(name: string): string {
  return name
    .replace(/([a-z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function ofPlace(words: string): Meaning | undefined {
  const rank = steps.findIndex((pattern) => pattern.test(words));
  if (rank >= 0) return { kind: 'step', rank };
  if (/^(train |trainer |current )?epochs?( id| number)?$/.test(words)) return { kind: 'epoch' };
  if (/^(batch|minibatch)( ?(idx|index|id|number))?$/.test(words)) return { kind: 'batch' };
  if (layers.test(words)) return { kind: 'layer' };
  if (names.test(words)) return { kind: 'name' };
  if (parts.test(words)) return { kind: 'part' };
  if (runs.test(words)) return { kind: 'run' };
  return /^(value|metric ?value)$/.test(words) ? { kind: 'value' } : undefined;
}

/** What a norm of the row's layer, or of the network, is. */
function ofRow(words: string, last: string): Meaning | undefined {
  const measure = measures.find(([pattern]) => pattern.test(words))?.[1];
  if (measure) return { kind: 'measure', measure };
  const found = statisticOf.exec(words);
  const statistic = found?.[1] ?? found?.[2];
  if (statistic) {
    return { ...row, rank: 10 + rankOf(statistic), statistic };
  }
  const own = words.replace(groups, '');
  if (total.test(own) && (own === words || !/^grad(ient)?$/.test(own)))
    return { ...row, isTotal: /(^| )(total|global|overall|all|full|model)( |$)/.test(own) };
  if (total.test(last) && /^(l2 )?(grads?|gradients?|norms?) /.test(own) && / norm( |$)/.test(last))
    return { ...row, rank: 1, isTotal: true };
  const network = networkIn(words);
  return network ? { ...row, rank: 2, network } : undefined;
}

/** Norms per parameter are told first, then means, which depend least on a tensor's size. */
function rankOf(statistic: string): number {
  return ['rms', 'mean', 'avg', 'median', 'std', 'max'].indexOf(statistic);
}

function networkIn(words: string): string {
  const [, name = ''] =
    /^(?:(?:train|training|losses|metrics|stats|grad norm|gradients?) )*(.+?) (?:grads?|gradients?) ?(?:l2 )?norms?$/.exec(
      words,
    ) ??
    /^(?:grads?|gradients?) ?norms? (.+)$/.exec(words) ??
    [];
  return networks.test(name) ? name : '';
}

function ofParameter(name: string): Meaning | undefined {
  if (/[/_]epoch$/.test(name) && /grad/i.test(name)) return other;
  return namedAfter(name) ?? namedBefore(name);
}

/** A parameter that stands behind a word for a gradient, as in `grad_norm/fc1.weight`. */
function namedAfter(name: string): Meaning | undefined {
  const [, kind = '', norm, rest = ''] = prefix.exec(name) ?? [];
  const isGradient = /^grad/i.test(kind);
  if (rest === '' || (!isGradient && !norm && !/[./_]norm$/i.test(rest))) return undefined;
  const parameter = rest
    .replace(/^(?:of|for|in|at) /, '')
    .replace(/_step$/, '')
    .replace(/[./_](?:l2_norm|norm|l2)$/i, '');
  return isOfParameter(parameter)
    ? { kind: 'parameter', parameter, of: isGradient ? 'gradient' : 'weight' }
    : undefined;
}

/** A parameter that stands before a word for a gradient, as in `fc1.weight_grad_norm`. */
function namedBefore(name: string): Meaning | undefined {
  const [, before = '', weight] = suffix.exec(name) ?? [];
  const parameter = before.replace(/^(?:train|training|metrics|stats|optim|charts)[/ ]/i, '');
  if (!isOfParameter(parameter) || /^(grads?|gradients?|norms?)$/i.test(parameter))
    return undefined;
  return { kind: 'parameter', parameter, of: weight ? 'weight' : 'gradient' };
}

/** Tests whether what stands beside a word for a gradient names a parameter: no total and no statistic. */
function isOfParameter(name: string): boolean {
  const words = wordsOf(name).split(' ');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (first === '' || (statistics.test(first) && !/^\d/.test(name)) || statistics.test(last))
    return false;
  return !/^((2 0|norm|total|global|all|overall|train|training|model|optimizer|l2|step|norms?|epoch|value) ?)+$/.test(
    words.join(' '),
  );
}

function ofStep(words: string, last: string): Meaning | undefined {
  if (rates.test(words) || rates.test(last)) return { kind: 'learningRate', rank: words.length };
  if (scales.test(words)) return { kind: 'lossScale', rank: words === 'scale' ? 1 : 0 };
  if (skips.test(words)) return { kind: 'skipped', rank: words === 'overflow' ? 0 : 1 };
  if (!losses.test(words) || statistics.test(words.split(' ').at(-1) ?? '')) return undefined;
  const isLate = /(^| )epoch$/.test(words);
  const kind = validation.test(words) ? 'validationLoss' : 'loss';
  const plain = words.replace(validation, ' ').replace(/ +/g, ' ').trim();
  const exact = exactLosses.findIndex((pattern) => pattern.test(plain) || pattern.test(last));
  return { kind, rank: (exact < 0 ? exactLosses.length : exact) + (isLate ? 10 : 0) };
}
