import { expect, it } from 'vitest';
import { openBackend } from '../../src/engine/tfjs/backend';
import { createTrainer } from '../../src/engine/trainer';
import { experimentOf } from '../../src/experiment/legality';
import { createHistory } from '../../src/history/history';
import type { LayerMeasure } from '../../src/history/measures';
import { findingsAt } from '../../src/log/diagnose';
import { historyOf, logOf } from '../support/logs';

/** The exploding ReLU network of the measured verdicts. */
const { experiment } = experimentOf({
  ...{ dataset: 'teacher', samples: 256, validationSplit: 0, batchSize: 64 },
  ...{ depth: 20, width: 64, activation: 'relu', initializer: 'heNormal', gain: 1.5 },
  ...{ optimizer: 'sgd', learningRate: 1e-7, loss: 'meanSquaredError' },
});

/** What the log of its first step shows where only some gradients are logged, by their names. */
it.each([
  [['weight'], 'weightsOnly'],
  [['weight', 'bias'], 'exploding'],
  [['gradH'], 'exploding'],
] as const)('an exploding network is not called steady from its %j', async (logged, expected) => {
  const opened = await openBackend('wasm');
  if ('refusal' in opened) throw new Error(opened.refusal);
  const trainer = createTrainer(opened.ops, experiment);
  const history = createHistory(trainer.shape);
  history.append(await trainer.measure());
  trainer.dispose();
  const measures = { weight: 'gradW', bias: 'gradB', gradH: 'gradH' } as const;
  const normOf = (measure: LayerMeasure, layer: number) => history.layerAt(0, measure, layer);
  const rows = Array.from({ length: experiment.depth }, (_, index) =>
    logged.map((name) =>
      name === 'gradH'
        ? `0,${index},${normOf('gradH', index)}`
        : `0,layers.${index}.${name},${normOf(measures[name], index + 1)}`,
    ),
  ).flat();
  const header = logged[0] === 'gradH' ? 'step,layer,gradH' : 'step,name,grad_norm';
  const log = await logOf(`${[header, ...rows].join('\n')}\n`);
  const [finding] = findingsAt(log, historyOf(log), 0);
  expect(finding?.id).toBe(expected);
  if (expected === 'exploding') {
    expect(finding?.places.perLayer).toBeGreaterThan(1.3);
    expect(finding?.places.from).toBe(19);
  }
});
