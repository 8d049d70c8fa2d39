import type { Loggable } from './entries';

/** What a column of a log holds. */
export type Meaning =
  | { readonly kind: 'step' | 'layer' | 'name' | 'loss' | 'other' }
  | { readonly kind: 'measure'; readonly measure: Loggable }
  /** A gradient norm whose parameter says whether it is of a weight or of a bias. */
  | { readonly kind: 'gradient' }
  /** A column of its own for every parameter. */
  | { readonly kind: 'parameter'; readonly parameter: string };

const steps = /^(_?step|global_?step|trainer\/global_step|iteration|iter|batch)$/i;
const layers = /^(layer|layer_?(number|index|id)|depth)$/i;
const parameterNames =
  /^(name|param|parameter|module|layer_?name|param_?name|parameter_?name|variable|tag)$/i;
const losses = /^(.*[/_.-])?(train|training)?[/_.-]?loss([/_.-](train|training|step|batch))?$/i;
const validation = /(^|[/_.-])(val|valid|validation|test|eval)/i;
const gradients = /^(grad|gradient|gradients)?[_ ]?(2\.0_)?(l2_?)?norm$|^grad(ient)?s?$|^value$/i;

const measures: readonly (readonly [RegExp, Loggable])[] = [
  [/^grad_?h$/i, 'gradH'],
  [/^grad_?z$/i, 'gradZ'],
  [/^(gradW|grad_w|weight_grad(_norm)?)$/i, 'gradW'],
  [/^(gradB|grad_b|bias_grad(_norm)?)$/i, 'gradB'],
  [/^(weight|weight_?norm|param_?norm|parameter_?norm)$/i, 'weight'],
  [/^(update|update_?ratio)$/i, 'update'],
  [/^(actRms|act_rms|activation_rms)$/i, 'actRms'],
];

/** Prefixes of columns that hold the gradient norm of the parameter named after them. */
const gradientOf =
  /^(?:.*?[/ ])?(?:grad(?:ient)?s?(?:_?(?:2\.0_)?norms?)?(?:_total)?)[/_.:-]+(.+)$/i;

/** Ends of columns that hold the gradient norm of the parameter named before them. */
const ofGradient = /[/_.-]grad(ient)?s?([/_.-]?(2\.0_|l2_?)?norms?)?$/i;

/** Weights & Biases adds the range of a smoothed line, and the run's name before the metric's. */
const rangeOfLine = /__(MIN|MAX)$/;
const runName = /^.+? - /;

/** What a column is by its name. */
export function meaningOf(name: string): Meaning {
  const plain = name.trim();
  if (rangeOfLine.test(plain)) return { kind: 'other' };
  const own = plain.replace(runName, '');
  if (steps.test(own)) return { kind: 'step' };
  if (layers.test(own)) return { kind: 'layer' };
  if (parameterNames.test(own)) return { kind: 'name' };
  const measure = measures.find(([pattern]) => pattern.test(own))?.[1];
  if (measure) return { kind: 'measure', measure };
  if (gradients.test(own)) return { kind: 'gradient' };
  const parameter = ofGradient.test(own) ? own.replace(ofGradient, '') : gradientOf.exec(own)?.[1];
  if (parameter && !isTotal(parameter)) return { kind: 'parameter', parameter };
  const isLoss = losses.test(own) && !validation.test(own);
  return { kind: isLoss ? 'loss' : 'other' };
}

/** Norms of all parameters together are of no layer. */
function isTotal(parameter: string): boolean {
  return /^(.*[/_.-])?(2\.0_)?(norm_)?(total|global|all|train|training|model|optimizer)(_norm)?$/i.test(
    parameter,
  );
}

/** A parameter's layer and part: `encoder.0.weight` is the weight of `encoder.0`. */
export function partOf(parameter: string): { readonly layer: string; readonly isBias: boolean } {
  const own = parameter.replace(ofGradient, '');
  const [, layer, part] =
    /^(.+?)[./_-](weight|bias|kernel|gamma|beta|scale)(?::0)?$/i.exec(own) ?? [];
  if (!layer || !part) return { layer: own, isBias: false };
  return { layer, isBias: /^(bias|beta)$/i.test(part) };
}

/** The tag in the name of a file that TensorBoard saved, as in `run-train-tag-grad_norm_fc1.weight.csv`. */
export function tagOf(file: string): string {
  return /(?:^|[-_])tag-(.+?)(?: ?\(\d+\))?\.csv$/i.exec(file)?.[1] ?? file.replace(/\.csv$/i, '');
}
