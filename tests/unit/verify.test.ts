import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { createServer } from 'vite';
import { describe, expect, it } from 'vitest';
import { type Case, settingsOf } from '../../tools/verify/cases';
import type { verify } from '../../tools/verify/run';

const { cases } = JSON.parse(await readFile('tests/reference/golden.json', 'utf8')) as {
  readonly cases: readonly Case[];
};
const supported = cases.filter((reference) => 'experiment' in settingsOf(reference));

/** A fault planted in one file of the source: a text that stands there, and what replaces it. */
type Fault = readonly [file: string, text: string, replacement: string];

/** Replays the supported cases on the cpu backend, with a fault planted in the source. */
async function replayWith(fault: Fault | null) {
  const planted: Plugin = {
    name: 'planted-fault',
    enforce: 'pre',
    transform(code, id) {
      if (!fault || !id.endsWith(fault[0])) return null;
      if (!code.includes(fault[1])) throw new Error(`${fault[0]} no longer holds ${fault[1]}`);
      return code.replace(fault[1], fault[2]);
    },
  };
  const server = await createServer({
    configFile: false,
    server: { middlewareMode: true, hmr: false, ws: false },
    appType: 'custom',
    logLevel: 'error',
    plugins: [planted],
  });
  try {
    const loaded = (await server.ssrLoadModule('/tools/verify/run.ts')) as {
      readonly verify: typeof verify;
    };
    return await loaded.verify('cpu', supported);
  } finally {
    await server.close();
  }
}

const catalog = 'src/catalog';
const faults: readonly Fault[] = [
  ['engine/layers/dense.ts', 'ops.sum(delta, [0])', 'ops.mul(ops.sum(delta, [0]), -1)'],
  [
    'engine/layers/dense.ts',
    'ops.matMul(input, delta, { a: true })',
    'ops.mul(ops.matMul(input, delta, { a: true }), -1)',
  ],
  [
    'engine/layers/dense.ts',
    'ops.matMul(delta, weight, { b: true })',
    'ops.mul(ops.matMul(delta, weight, { b: true }), -1)',
  ],
  [`${catalog}/activations/relu.ts`, '0, gradient)', '0, ops.mul(gradient, -1))'],
  [
    `${catalog}/activations/leakyRelu.ts`,
    'ops.mul(gradient, negativeSlope)',
    'ops.mul(gradient, -negativeSlope)',
  ],
  [`${catalog}/activations/tanh.ts`, 'ops.sub(1, ops.square(h))', 'ops.add(1, ops.square(h))'],
  [`${catalog}/losses/meanSquaredError.ts`, '2 / count', '-2 / count'],
  [`${catalog}/losses/softmaxCrossEntropy.ts`, 'target), 1 / batch)', 'target), -1 / batch)'],
  [
    `${catalog}/normalizations/batchNormalization.ts`,
    'ops.sub(ops.sub(inner, batchMean(ops, inner)), along)',
    'ops.add(ops.sub(inner, batchMean(ops, inner)), along)',
  ],
  [
    `${catalog}/normalizations/batchNormalization.ts`,
    'shift: ops.sum(gradient, [0])',
    'shift: ops.mul(ops.sum(gradient, [0]), -1)',
  ],
  [`${catalog}/safeguards/l2.ts`, '2 * l2Strength', '-2 * l2Strength'],
  [`${catalog}/optimizers/adam.ts`, 'beta2 ** (step + 1)', 'beta2 ** (step + 2)'],
  [
    'engine/step.ts',
    'processGradients(ops, plan, weights, step, raw)',
    'processGradients(ops, plan, weights, step, gradients)',
  ],
  ['engine/pipeline.ts', 'optimizer.update(ops, gradients,', 'optimizer.update(ops, raw,'],
];

describe('verification', () => {
  it('agrees with the reference on the source as it is', async () => {
    const verdicts = await replayWith(null);
    expect(verdicts.filter(({ agrees }) => !agrees)).toEqual([]);
    expect(verdicts.length).toBeGreaterThanOrEqual(7);
  });

  it.each(faults)('finds a fault in %s: %s → %s', async (...fault) => {
    const verdicts = await replayWith(fault);
    expect(verdicts.some(({ agrees }) => !agrees)).toBe(true);
  });
});
