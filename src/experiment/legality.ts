import { check, type Problem } from '../base/field';
import type { Localized } from '../base/localized';
import { datasets } from '../catalog/datasets';
import { entryOf } from '../catalog/entry';
import { losses } from '../catalog/losses';
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
}

const conflicts: readonly Conflict[] = [
  {
    resolve: ({ dataset, loss }) =>
      entryOf(losses, loss).needsClasses && entryOf(datasets, dataset).task.kind === 'regression'
        ? { key: 'loss', value: 'meanSquaredError' }
        : null,
    reason: {
      en: 'Cross-entropy needs classes, and this dataset has real-valued targets.',
      'zh-CN': '交叉熵需要类别标签，而该数据集的目标是实数。',
    },
  },
  {
    resolve: ({ normalization, batchSize }) =>
      normalization === 'batch' && batchSize === 1 ? { key: 'batchSize', value: 2 } : null,
    reason: {
      en: 'Batch normalization needs at least two samples: with one, every output is the shift.',
      'zh-CN': '批归一化至少需要两个样本：只有一个样本时，输出恒等于偏移量。',
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

function settle(experiment: Experiment): Legal {
  const refusals: Refusal[] = [];
  let settled = experiment;
  for (const { resolve, reason } of conflicts) {
    const change = resolve(settled);
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
