import type { Localized } from '../../base/localized';
import type { Key } from '../../experiment/schema';
import { countField, type MapAxis, numberFieldOf } from './axis';
import { type MapSetup, stepsField } from './plan';

/** A map worth making. */
export interface MapPreset {
  readonly id: string;
  readonly name: Localized;
  readonly setup: MapSetup;
}

const { default: count } = countField;
const { default: steps } = stepsField;
const depth: MapAxis = { key: 'depth', from: 3, to: 51, count, scale: 'linear' };
const gain: MapAxis = { key: 'gain', from: 0.5, to: 2, count, scale: 'log' };
const width: MapAxis = { key: 'width', from: 8, to: 128, count, scale: 'log' };
const slope: MapAxis = { key: 'negativeSlope', from: 0.01, to: 1, count, scale: 'log' };
const learningRate: MapAxis = { key: 'learningRate', from: 0.0001, to: 1, count, scale: 'log' };

/** Maps worth making, the usual one first. */
export const mapPresets = [
  {
    id: 'depthGain',
    name: { en: 'Depth × gain', 'zh-CN': '深度 × 增益' },
    setup: { x: depth, y: gain, measure: 'growth', steps },
  },
  {
    id: 'gainLearningRate',
    name: { en: 'Gain × learning rate', 'zh-CN': '增益 × 学习率' },
    setup: { x: gain, y: learningRate, measure: 'nonFiniteStep', steps },
  },
  {
    id: 'widthDepth',
    name: { en: 'Width × depth', 'zh-CN': '宽度 × 深度' },
    setup: { x: width, y: depth, measure: 'growth', steps },
  },
  {
    id: 'slopeGain',
    name: { en: 'Negative slope × gain', 'zh-CN': '负半轴斜率 × 增益' },
    setup: { x: slope, y: gain, measure: 'growth', steps },
  },
] as const satisfies readonly MapPreset[];

/** The axis that a setting begins with: as in a map worth making, else all that its field allows. */
export function usualAxis(key: Key): MapAxis {
  const axes = mapPresets.flatMap(({ setup }): readonly MapAxis[] => [setup.x, setup.y]);
  const { min, max, scale } = numberFieldOf(key);
  const whole: MapAxis = {
    ...{ key, from: min, to: max, count },
    scale: scale === 'linear' || min <= 0 ? 'linear' : 'log',
  };
  return axes.find((axis) => axis.key === key) ?? whole;
}
