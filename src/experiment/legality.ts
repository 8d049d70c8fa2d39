import { check, type Problem } from '../base/field';
import type { Localized } from '../base/localized';
import { entryOf } from '../catalog/entry';
import { losses } from '../catalog/losses';
import { batchSizeOf, isDataHere, taskOf } from './data';
import { defaultExperiment, type Experiment, fieldOf, isKey, type Key, keys } from './schema';

/** What was asked for and could not be taken as it stands. */
export type Refusal = Adjustment | UnknownSetting;

/** A setting that does not exist. */
export interface UnknownSetting {
  readonly key: string;
  readonly problem: { readonly kind: 'unknownKey' };
}

/** A setting that could not be taken as asked for, and what stands in its place. */
export interface Adjustment {
  readonly key: Key;
  readonly asked: unknown;
  readonly taken: Experiment[Key];
  readonly problem: Problem | { readonly kind: 'conflict'; readonly reason: Localized };
}

/** A legal experiment, and what had to be changed to make it one. */
export interface Legal {
  readonly experiment: Experiment;
  readonly refusals: readonly Refusal[];
}

interface Conflict {
  /** The setting that gives way, and the value it takes. */
  resolve(experiment: Experiment): { readonly key: Key; readonly value: Experiment[Key] } | null;
  readonly reason: Localized;
  /** Whether it is judged by the data: where they are not here yet, it waits for them. */
  readonly ofData?: true;
}

const conflicts: readonly Conflict[] = [
  {
    resolve: (experiment) =>
      entryOf(losses, experiment.loss).needsClasses && taskOf(experiment).kind === 'regression'
        ? { key: 'loss', value: 'meanSquaredError' }
        : null,
    ofData: true,
    reason: {
      en: 'Cross-entropy needs one-hot classes, and the targets here are numbers.',
      'zh-CN': '交叉熵需要独热编码的类别，而此处的目标是数值。',
    },
  },
  {
    resolve: ({ normalization, batchSize }) =>
      normalization === 'batch' && batchSize === 1 ? { key: 'batchSize', value: 2 } : null,
    reason: {
      en: 'Batch normalization needs at least two samples: with one, every output is the shift.',
      'zh-CN': '批归一化至少需要两个样本：只有一个样本时，输出恒等于平移参数 β。',
    },
  },
  {
    resolve(experiment) {
      const { gradientAccumulation, microBatches } = experiment;
      const value = mostMicroBatches(experiment);
      return gradientAccumulation && value !== microBatches ? { key: 'microBatches', value } : null;
    },
    ofData: true,
    reason: {
      en: 'Micro-batches are of one size, of two samples at least under batch normalization.',
      'zh-CN': '各微批次大小必须相同；使用批归一化时每个微批次至少两个样本。',
    },
  },
  {
    resolve: ({ layerwiseScaling, meanMagnitude }) =>
      layerwiseScaling && meanMagnitude ? { key: 'meanMagnitude', value: false } : null,
    reason: {
      en: 'LARS already scales every layer; the mean magnitude would replace its ratio.',
      'zh-CN': 'LARS 已对每层进行缩放；平均幅度更新会取代其比例。',
    },
  },
  {
    resolve: ({ layerwiseScaling, meanMagnitude, standardization }) =>
      standardization && (layerwiseScaling || meanMagnitude)
        ? { key: 'standardization', value: false }
        : null,
    reason: {
      en: 'Layer-wise scaling sets the size of every layer’s gradient anew, so standardizing it first does nothing for its size.',
      'zh-CN': '逐层缩放会重新设定每层梯度的大小，先做标准化对大小不起作用。',
    },
  },
  {
    resolve: ({ layerwiseScaling, meanMagnitude, clipByGlobalNorm }) =>
      clipByGlobalNorm && (layerwiseScaling || meanMagnitude)
        ? { key: 'clipByGlobalNorm', value: false }
        : null,
    reason: {
      en: 'Layer-wise scaling sets the size of every layer’s gradient anew, so one factor for all of them changes nothing.',
      'zh-CN': '逐层缩放会重新设定每层梯度的大小，先对全部梯度乘同一系数不起任何作用。',
    },
  },
];

/** Changes some settings of an experiment; what is not legal is made so and reported. */
export function amend(experiment: Experiment, changes: Readonly<Record<string, unknown>>): Legal {
  const unknown = Object.keys(changes).filter((key) => !isKey(key));
  const refusals: Refusal[] = unknown.map((key) => ({ key, problem: { kind: 'unknownKey' } }));
  const next: Record<string, Experiment[Key]> = { ...experiment };
  for (const key of keys) {
    if (!Object.hasOwn(changes, key)) continue;
    const asked = changes[key];
    const { value, problem } = check(fieldOf(key), asked);
    const readable = !problem || problem.kind === 'clamped' || problem.kind === 'rounded';
    const taken = (readable ? value : experiment[key]) as Experiment[Key];
    next[key] = taken;
    if (problem) refusals.push({ key, asked, taken, problem });
  }
  const settled = settle(next as Experiment);
  return { experiment: settled.experiment, refusals: [...refusals, ...settled.refusals] };
}

/** Makes an experiment from some settings, with defaults for the rest. */
export function experimentOf(settings: Readonly<Record<string, unknown>>): Legal {
  return amend(defaultExperiment, settings);
}

/** The most micro-batches, up to those asked for, that split a batch evenly. */
function mostMicroBatches(experiment: Experiment): number {
  const batch = batchSizeOf(experiment);
  const smallest = experiment.normalization === 'batch' ? 2 : 1;
  let count = Math.min(experiment.microBatches, Math.floor(batch / smallest));
  while (count > 1 && batch % count !== 0) count -= 1;
  return Math.max(1, count);
}

function settle(experiment: Experiment): Legal {
  const refusals: Refusal[] = [];
  let settled = experiment;
  for (const { resolve, reason, ofData } of conflicts) {
    const change = ofData && !isDataHere(settled) ? null : resolve(settled);
    if (!change) continue;
    const { key, value } = change;
    refusals.push({
      key,
      asked: settled[key],
      taken: value,
      problem: { kind: 'conflict', reason },
    });
    settled = { ...settled, [key]: value };
  }
  return { experiment: settled, refusals };
}
