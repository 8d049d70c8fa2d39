import { claimRun } from '../claim';

/** The exploding network that most claims are tested on: 20 ReLU layers, He’s weights times 1.5. */
export const exploding = {
  depth: 20,
  gain: 1.5,
  loss: 'meanSquaredError',
  learningRate: 0.01,
} as const;

/** The exploding network as it is: not finite after a step. */
export const untreated = claimRun(
  'without',
  { en: 'without it', 'zh-CN': '不采取措施' },
  exploding,
  5,
);

/** A healthy network on smooth targets, whose scale is all that a claim changes. */
export const smooth = {
  dataset: 'wave',
  depth: 10,
  gain: 1,
  loss: 'meanSquaredError',
  learningRate: 0.01,
} as const;
