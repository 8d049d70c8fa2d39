import type { NumberField } from '../../base/field';
import type { Localized } from '../../base/localized';
import { excessOf } from '../../experiment/budget';
import { enabling } from '../../experiment/choices';
import { isDataHere } from '../../experiment/data';
import { amend } from '../../experiment/legality';
import { isRelevant } from '../../experiment/relevance';
import type { Experiment } from '../../experiment/schema';
import { inBackground } from '../trials';
import { type MapAxis, valuesOf } from './axis';

/** What a map can show of each cell's training. */
export const mapMeasures = ['growth', 'nonFiniteStep', 'loss', 'accuracy'] as const;

/** One of the measures of a map. */
export type MapMeasure = (typeof mapMeasures)[number];

/** Steps for which each cell is trained. */
export const stepsField = {
  kind: 'number',
  label: { en: 'Steps', 'zh-CN': '步数' },
  change: 'view',
  default: 100,
  min: 1,
  max: 10_000,
  scale: 'log',
  integer: true,
} as const satisfies NumberField;

/** What is chosen of a map, whatever the experiment. */
export interface MapSetup {
  readonly x: MapAxis;
  readonly y: MapAxis;
  readonly measure: MapMeasure;
  /** Steps for which each cell is trained; growth needs none. */
  readonly steps: number;
}

/** A map to be made: an experiment, in which two settings vary. */
export interface MapPlan extends MapSetup {
  readonly experiment: Experiment;
}

/** The values along both axes of a map, ascending. A cell's index is `row · columns + column`. */
export interface MapGrid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** The values that a map's cells have. */
export function gridOf({ x, y }: MapSetup): MapGrid {
  return { xs: valuesOf(x), ys: valuesOf(y) };
}

/** Steps that each cell of a map is trained: growth is measured before the first. */
export function stepsOf({ measure, steps }: MapSetup): number {
  return measure === 'growth' ? 0 : steps;
}

/** The experiment of a cell, or why there can be none. */
export type MapCell = { readonly experiment: Experiment } | { readonly reason: Localized };

/** The cell at two values; what its settings belong to, such as their activation, is put in force. */
export function cellAt(plan: MapPlan, x: number, y: number): MapCell {
  if (!isDataHere(plan.experiment)) return { reason: reasons.dataMissing };
  const enabled = groundOf(plan);
  const { experiment, refusals } = amend(enabled, { [plan.x.key]: x, [plan.y.key]: y });
  const conflict = refusals.find((refusal) => refusal.problem.kind === 'conflict');
  if (conflict?.problem.kind === 'conflict') return { reason: conflict.problem.reason };
  if (!hasEffect(plan)) return { reason: reasons.noEffect };
  if (excessOf(inBackground(experiment)).length > 0) return { reason: reasons.tooLarge };
  if (plan.measure === 'growth' && experiment.depth < 3) return { reason: reasons.shallow };
  return { experiment };
}

/** The experiment that a map varies: with its two settings in force. */
export function groundOf({ experiment, x, y }: MapPlan): Experiment {
  const first = amend(experiment, enabling(experiment, x.key)).experiment;
  return amend(first, enabling(first, y.key)).experiment;
}

/** Whether both settings differ and can have an effect in one experiment. */
export function hasEffect(plan: MapPlan): boolean {
  const ground = groundOf(plan);
  const isDifferent = plan.x.key !== plan.y.key;
  return isDifferent && [plan.x, plan.y].every(({ key }) => isRelevant(ground, key));
}

const reasons = {
  dataMissing: {
    en: 'The file with its data is not loaded here.',
    'zh-CN': '这里没有加载其数据文件。',
  },
  noEffect: {
    en: 'The two settings have no effect together.',
    'zh-CN': '这两个设置不能同时起作用。',
  },
  tooLarge: { en: 'This network is over the budget.', 'zh-CN': '该网络超出预算。' },
  shallow: {
    en: 'Growth per layer needs two hidden layers: depth 3 or more.',
    'zh-CN': '每层倍数至少需要两个隐藏层：深度须不小于 3。',
  },
} as const satisfies Record<string, Localized>;
