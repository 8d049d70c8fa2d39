import { createTrainer } from '../../../src/engine/trainer';
import { layerColumn, stepColumn } from '../../../src/history/record';
import type { Ops } from '../../../src/ops/ops';
import type { Contender, Start } from './contender';

/** This engine: everything that the page shows, measured at every step. */
export function ours(ops: Ops, { experiment, widths }: Start): Contender {
  const trainer = createTrainer(ops, experiment, { widths });
  let isFirst = true;
  return {
    async step() {
      const record = isFirst ? await trainer.measure() : await trainer.advance();
      isFirst = false;
      const { shape } = trainer;
      const layers = Array.from({ length: shape.depth }, (_, index) => index + 1);
      const of = (measure: 'gradW' | 'gradB' | 'gradH', count: number) =>
        layers.slice(0, count).map((layer) => record[layerColumn(shape, measure, layer)] ?? 0);
      return {
        loss: record[stepColumn(shape, 'loss')] ?? 0,
        weights: of('gradW', shape.depth),
        biases: of('gradB', shape.depth),
        activations: of('gradH', shape.depth - 1),
      };
    },
    dispose: () => trainer.dispose(),
  };
}
