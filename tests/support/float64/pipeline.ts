import type { Experiment } from '../../../src/experiment/schema';
import { entriesOf, type Layer, normOf, perTensor, zipped } from './layers';
import type { Arithmetic, Matrix } from './tape';

type Layers = readonly Layer[];

/** A stage's gradients, by the id under which the page records it. */
export type Stages = readonly (readonly [id: string, result: Layers])[];

/** The learning rate of a step. */
export function rateAt(settings: Experiment, step: number): number {
  const { schedule, decayFactor, decayEvery, cosineSteps, warmUp, warmUpSteps } = settings;
  const factor = {
    constant: 1,
    step: decayFactor ** Math.floor(step / decayEvery),
    cosine: (1 + Math.cos(Math.PI * Math.min(1, step / cosineSteps))) / 2,
  }[schedule];
  return settings.learningRate * factor * (warmUp ? Math.min(1, (step + 1) / warmUpSteps) : 1);
}

/** Adds the gradients of `l1·Σ|w| + l2·Σw²`, and gives that penalty too. */
export function penalized(
  settings: Experiment,
  settle: Arithmetic,
  parameters: Layers,
  gradients: Layers,
): { readonly penalty: number; readonly gradients: Layers } {
  const l1 = settings.l1 ? settings.l1Strength : 0;
  const l2 = settings.l2 ? settings.l2Strength : 0;
  const weights = parameters.flatMap(({ weight }) => [...(weight?.values ?? [])]);
  return {
    penalty: weights.reduce((sum, w) => settle(sum + l1 * Math.abs(w) + l2 * settle(w * w)), 0),
    gradients: gradients.map((layer, at) =>
      zipped(layer, (g, role, index) => {
        if (role !== 'weight' || (l1 === 0 && l2 === 0)) return g;
        const w = parameters[at]?.weight?.values[index] ?? 0;
        return settle(settle(g + l1 * Math.sign(w)) + 2 * l2 * w);
      }),
    ),
  };
}

/** Every stage that acts on the gradients before the optimizer, in order. */
export function processed(
  settings: Experiment,
  settle: Arithmetic,
  parameters: Layers,
  raw: Layers,
): Stages {
  const stages: [string, Layers][] = [];
  for (const [id, stage] of Object.entries(transformations)) {
    if (!settings[id as keyof typeof transformations]) continue;
    const before = stages.at(-1)?.[1] ?? raw;
    const after = stage(before, parameters, settings);
    stages.push([id, after.map((layer) => zipped(layer, settle))]);
  }
  return stages;
}

type Transformation = (gradients: Layers, parameters: Layers, settings: Experiment) => Layers;

const transformations = {
  centralization: (gradients) =>
    gradients.map((layer) =>
      perTensor(layer, (g, role) => (role === 'weight' ? perColumn(g, centered) : g)),
    ),
  standardization: (gradients) =>
    gradients.map((layer) =>
      perTensor(layer, (g, role) => ({
        ...g,
        values: standardized(role === 'weight' ? centered(g.values) : g.values),
      })),
    ),
  clipByValue: (gradients, _, { clipValue: v }) =>
    gradients.map((layer) => zipped(layer, (g) => (g > v ? v : g < -v ? -v : g))),
  clipByGlobalNorm(gradients, _, { clipNorm }) {
    const norm = normOf(...gradients.flatMap((layer) => Object.values(layer)));
    return norm > clipNorm ? times(gradients, () => clipNorm / norm) : gradients;
  },
  adaptiveGradientClipping: (gradients, parameters, { agcRatio, agcOutput }) =>
    gradients.map((layer, at) =>
      at === gradients.length - 1 && !agcOutput
        ? layer
        : perTensor(layer, (g, role) => {
            const own = parameters[at]?.[role] ?? g;
            return perColumn(g, (values, column) => {
              const size = norm(role === 'weight' ? columnOf(own, column) : own.values);
              const length = norm(role === 'weight' ? values : g.values);
              const limit = agcRatio * Math.max(size, 1e-3);
              return length > limit ? values.map((x) => x * (limit / length)) : values;
            });
          }),
    ),
  layerwiseScaling: (gradients, parameters, { trustCoefficient }) =>
    times(gradients, (layer, at) => {
      const size = normOf(...Object.values(parameters[at] ?? {}));
      const length = normOf(...Object.values(layer));
      return size === 0 || length === 0 ? 1 : (trustCoefficient * size) / length;
    }),
  meanMagnitude: (gradients, parameters) =>
    times(gradients, (layer, at) => {
      const size = absolutes(parameters[at] ?? {});
      const length = absolutes(layer);
      return size === 0 || length === 0 ? 1 : size / length;
    }),
} satisfies Partial<Record<keyof Experiment, Transformation>>;

function times(layers: Layers, factorOf: (layer: Layer, at: number) => number): Layers {
  return layers.map((layer, at) => {
    const factor = factorOf(layer, at);
    return zipped(layer, (x) => x * factor);
  });
}

function absolutes(layer: Layer): number {
  return entriesOf(layer).reduce(
    (sum, [, { values }]) => sum + values.reduce((all, x) => all + Math.abs(x), 0),
    0,
  );
}

function columnOf({ columns, values }: Matrix, column: number): Float64Array {
  return values.filter((_, at) => at % columns === column);
}

function perColumn(
  matrix: Matrix,
  f: (values: Float64Array, column: number) => Float64Array,
): Matrix {
  const made = Array.from({ length: matrix.columns }, (_, at) => f(columnOf(matrix, at), at));
  return {
    ...matrix,
    values: matrix.values.map(
      (_, at) => made[at % matrix.columns]?.[Math.floor(at / matrix.columns)] ?? 0,
    ),
  };
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, x) => sum + x / values.length, 0);
}

function centered(values: Float64Array): Float64Array {
  const mean = meanOf(values);
  return values.map((x) => x - mean);
}

function standardized(values: Float64Array): Float64Array {
  const root = norm(values) / Math.sqrt(values.length);
  return values.map((x) => x / (root + 1e-8));
}

function norm(values: Float64Array): number {
  return normOf({ rows: 1, columns: values.length, values });
}
