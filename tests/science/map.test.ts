import { beforeAll, describe, expect, it } from 'vitest';
import { openBackend } from '../../src/engine/tfjs/backend';
import { runTrial } from '../../src/engine/trial';
import { experimentOf } from '../../src/experiment/legality';
import type { Ops } from '../../src/ops/ops';
import { type MapCells, note, runMap, stateOf, unknownCells } from '../../src/study/map/cells';
import { gridOf, type MapPlan } from '../../src/study/map/plan';
import { mapPresets } from '../../src/study/map/presets';
import { boundaryOf, predictorOf } from '../../src/study/map/theory';
import type { Pool } from '../../src/study/pool';

/** Networks wide enough for the theory, and a batch that averages over many samples. */
const wide = { dataset: 'teacher', samples: 128, validationSplit: 0, batchSize: 128, width: 256 };

let ops: Ops;
beforeAll(async () => {
  const opened = await openBackend('wasm');
  if ('refusal' in opened) throw new Error(opened.refusal);
  ops = opened.ops;
});

/** Trains in this process, one task after the other. */
function poolHere(): Pool {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run({ experiment, steps }) {
      const trial = last.then(() => runTrial(ops, experiment, steps));
      last = trial.catch(() => {});
      return trial;
    },
    limit: () => {},
    isBusy: () => false,
    close: () => {},
  };
}

async function make(plan: MapPlan): Promise<MapCells> {
  const cells = unknownCells(plan);
  const { signal } = new AbortController();
  await runMap(poolHere(), plan, cells, signal, (...noted) => note(cells, ...noted));
  expect(Array.from(cells.states, (_, index) => stateOf(cells, index))).not.toContain('lost');
  return cells;
}

function boundaryIn(plan: MapPlan) {
  const steps = boundaryOf(plan);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Where values over ascending gains cross 1, on a logarithmic scale. */
function crossing(gains: readonly number[], values: readonly number[]): number {
  const above = values.findIndex((value) => value > 1);
  const [low = Number.NaN, high = Number.NaN] = values.slice(above - 1).map(Math.log);
  const [from = Number.NaN, to = Number.NaN] = gains.slice(above - 1);
  return from * (to / from) ** (-low / (high - low));
}

/** Mean of f over a standard normal, by the trapezoidal rule: exact to many digits for smooth f. */
function gaussianMean(f: (z: number) => number): number {
  const step = 1 / 64;
  const points = Array.from({ length: 16 / step + 1 }, (_, index) => index * step - 8);
  const density = (z: number) => (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * step;
  return points.reduce((sum, z) => sum + f(z) * density(z), 0);
}

/** ln of the squared growth of a tanh network, layer by layer, straight from Poole and Schoenholz. */
function tanhGrowth(gain: number, depth: number, inputMeanSquare: number): number {
  let meanSquare = inputMeanSquare;
  let sum = 0;
  for (let layer = 1; layer < depth; layer++) {
    const deviation = gain * Math.sqrt(meanSquare);
    if (layer > 1) {
      sum += Math.log(gain ** 2 * gaussianMean((z) => (1 - Math.tanh(deviation * z) ** 2) ** 2));
    }
    meanSquare = gaussianMean((z) => Math.tanh(deviation * z) ** 2);
  }
  return sum;
}

const { x, y } = mapPresets[0].setup;
const mapOf = (settings: Readonly<Record<string, unknown>>, setup: Partial<MapPlan>): MapPlan => ({
  ...mapPresets[0].setup,
  experiment: experimentOf({ ...wide, ...settings }).experiment,
  ...setup,
});

describe('the map of depth × gain', () => {
  it('of ReLU with He crosses 1 at gain 1, at every depth', {
    tags: ['deep'],
    timeout: 300_000,
  }, async () => {
    const plan = mapOf(
      { activation: 'relu', initializer: 'heNormal' },
      { x: { ...x, from: 10, to: 50, count: 3 }, y: { ...y, from: 0.8, to: 1.25, count: 5 } },
    );
    const { xs, ys } = gridOf(plan);
    const cells = await make(plan);
    for (const [column, depth] of xs.entries()) {
      const growth = ys.map((_, row) => cells.values[row * xs.length + column] ?? Number.NaN);
      const at = crossing(ys, growth);
      console.log(`ReLU, depth ${depth}: growth is 1 at gain ${at.toFixed(4)}`);
      expect(Math.abs(at - 1)).toBeLessThan(0.03);
      for (const [row, gain] of ys.entries()) {
        expect(Math.abs((growth[row] ?? 0) / gain - 1)).toBeLessThan(0.04);
      }
    }
    const middle = ys.indexOf(1);
    const boundary = boundaryIn(plan);
    expect(boundary.length).toBe(xs.length - 1);
    for (const { y1, y2 } of boundary) {
      expect(y1).toBeCloseTo(middle, 9);
      expect(y2).toBeCloseTo(middle, 9);
    }
  });

  it('of tanh with LeCun crosses 1 on the line between order and chaos', async () => {
    const plan = mapOf(
      { activation: 'tanh', initializer: 'lecunNormal' },
      { x: { ...x, from: 10, to: 50, count: 3 }, y: { ...y, from: 0.9, to: 1.6, count: 8 } },
    );
    const { xs, ys } = gridOf(plan);
    const cells = await make(plan);
    const boundary = boundaryIn(plan);
    for (const [column, depth] of xs.entries()) {
      const growth = ys.map((_, row) => cells.values[row * xs.length + column] ?? Number.NaN);
      const measured = crossing(ys, growth);
      const ends = boundary.flatMap(({ x1, y1, x2, y2 }) => [
        { at: x1, row: y1 },
        { at: x2, row: y2 },
      ]);
      const { row = Number.NaN } = ends.find(({ at }) => at === column) ?? {};
      const predicted = 0.9 * (1.6 / 0.9) ** (row / (ys.length - 1));
      console.log(
        `tanh, depth ${depth}: measured ${measured.toFixed(4)}, predicted ${predicted.toFixed(4)}`,
      );
      expect(Math.abs(measured / predicted - 1)).toBeLessThan(0.03);
    }
  }, 300_000);

  it('has a boundary for tanh that tends to gain 1 with depth, as the recursion says', () => {
    const settings = { activation: 'tanh', initializer: 'lecunNormal' };
    const plan = mapOf(settings, { x: { ...x, to: 100 } });
    const predict = predictorOf(plan);
    const inputMeanSquare = 1;
    for (const depth of [10, 30, 100]) {
      for (const gain of [0.9, 1.1, 1.5, 3]) {
        const expected = Math.exp(tanhGrowth(gain, depth, inputMeanSquare) / 2 / (depth - 2));
        expect(predict(depth, gain)).toBeCloseTo(expected, 2);
      }
    }
    const lineAt = (depth: number) => {
      const gains = Array.from({ length: 41 }, (_, index) => 1 + index / 40);
      return crossing(
        gains,
        gains.map((gain) => predict(depth, gain)),
      );
    };
    const lines = [10, 20, 50, 100].map(lineAt);
    console.log(
      `tanh, growth 1 at depths 10, 20, 50, 100: ${lines.map((gain) => gain.toFixed(3))}`,
    );
    expect(lines).toEqual([...lines].sort((a, b) => b - a));
    expect(lines.at(-1)).toBeLessThan(1.12);
    expect(Math.min(...lines)).toBeGreaterThan(1);
  });
});
