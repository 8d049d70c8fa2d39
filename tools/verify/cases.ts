import { defaultExperiment, type Experiment } from '../../src/experiment/schema';

/** One reference case: a configuration, initial values, and what float64 computed from them. */
export interface Case {
  readonly config: Readonly<Record<string, unknown>> & {
    readonly name: string;
    readonly widths: readonly number[];
  };
  readonly init: ParameterValues;
  readonly x: readonly (readonly number[])[];
  readonly y: readonly (readonly number[])[];
  readonly steps: readonly CaseStep[];
  readonly final: ParameterValues;
  readonly finalDataLoss: number;
}

/** Parameters by kind and layer; null where a layer has none. */
export type ParameterValues = Readonly<
  Partial<Record<'W' | 'b' | 'gamma' | 'beta', readonly (Nested | null)[]>>
>;

/** A scalar, vector or matrix as JSON holds it. */
export type Nested = number | readonly Nested[];

/** What is expected of one step, measured before its update. */
export interface CaseStep {
  readonly dataLoss: number;
  readonly totalLoss: number;
  readonly globalRaw: number;
  readonly gradW: readonly number[];
  readonly gradB: readonly (number | null)[];
  readonly procW: readonly number[];
  readonly gradZ: readonly number[] | null;
  readonly gradH: readonly number[] | null;
  readonly actRms: readonly number[] | null;
}

type Settings = Partial<Experiment>;
type Translate = (value: unknown) => Settings | null;

const pick =
  (key: keyof Experiment, names: Readonly<Record<string, string>>): Translate =>
  (value) => {
    const name = names[String(value)];
    return name === undefined ? null : ({ [key]: name } as Settings);
  };

const set =
  (key: keyof Experiment): Translate =>
  (value) =>
    ({ [key]: value }) as Settings;

const switched =
  (toggle: keyof Experiment, key: keyof Experiment): Translate =>
  (value) =>
    ({ [toggle]: true, [key]: value }) as Settings;

/** What each key of a case's configuration means for an experiment; `{}` where the case gives the values itself. */
const meanings: Readonly<Record<string, Translate>> = {
  name: () => ({}),
  widths: () => ({}),
  batch: () => ({}),
  gain: () => ({}),
  activation: pick('activation', {
    linear: 'linear',
    relu: 'relu',
    leaky: 'leakyRelu',
    tanh: 'tanh',
    sigmoid: 'sigmoid',
    elu: 'elu',
    selu: 'selu',
    gelu: 'gelu',
    silu: 'silu',
  }),
  alpha: set('negativeSlope'),
  loss: pick('loss', { mse: 'meanSquaredError', ce: 'softmaxCrossEntropy' }),
  optimizer: pick('optimizer', { sgd: 'sgd', momentum: 'momentum', adam: 'adam' }),
  lr: set('learningRate'),
  momentum: set('momentum'),
  beta1: set('beta1'),
  beta2: set('beta2'),
  eps: set('epsilon'),
  norm: pick('normalization', { bn: 'batch', ln: 'layer', rms: 'rms' }),
  normEps: set('normEpsilon'),
  l1: switched('l1', 'l1Strength'),
  l2: switched('l2', 'l2Strength'),
  residual: (value) => {
    const { skip, branch } = value as { readonly skip: number; readonly branch: number };
    return { residual: 'custom', residualSkip: skip, residualBranch: branch };
  },
  accumulate: switched('gradientAccumulation', 'microBatches'),
  centralize: set('centralization'),
  standardize: set('standardization'),
  clipValue: switched('clipByValue', 'clipValue'),
  clipNorm: switched('clipByGlobalNorm', 'clipNorm'),
  agc: switched('adaptiveGradientClipping', 'agcRatio'),
  agcOutput: set('agcOutput'),
  lars: switched('layerwiseScaling', 'trustCoefficient'),
  meanMag: set('meanMagnitude'),
  weightDecay: switched('decoupledWeightDecay', 'weightDecay'),
  block: set('blockUpdates'),
};

/** The experiment a case describes, or the parts of it that cannot be replayed. */
export function settingsOf({
  config,
}: Case): { readonly experiment: Experiment } | { readonly unsupported: readonly string[] } {
  const unsupported: string[] = [];
  let experiment: Experiment = defaultExperiment;
  for (const [key, value] of Object.entries(config)) {
    const settings = meanings[key]?.(value);
    if (settings) experiment = { ...experiment, ...settings };
    else unsupported.push(`${key} ${JSON.stringify(value)}`);
  }
  return unsupported.length > 0 ? { unsupported } : { experiment };
}
