import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { createServer } from 'vite';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../tools/verify/cases';
import type { verify } from '../../tools/verify/run';
import '../support/node';

const { cases } = JSON.parse(await readFile('tests/reference/golden.json', 'utf8')) as {
  readonly cases: readonly Case[];
};
/** A fault planted in one file of the source: a text that stands there, and what replaces it. */
type Fault = readonly [file: string, text: string, replacement: string];

/** Replays every case on the cpu backend, with a fault planted in the source. */
async function replayWith(fault: Fault | null) {
  const planted: Plugin = {
    name: 'planted-fault',
    enforce: 'pre',
    transform(code, id) {
      if (!fault || !id.endsWith(`/${fault[0]}`)) return null;
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
    return await loaded.verify('cpu', cases);
  } finally {
    await server.close();
  }
}

/** One fault for each kind of code; the others take their time. */
const always = ['engine/layers/dense.ts', 'activations/relu.ts', 'optimizers/adam.ts'];

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
  ['engine/layers/hidden.ts', 'ops.mul(gradient, skip.skip)', 'ops.mul(gradient, -skip.skip)'],
  ['engine/layers/hidden.ts', 'ops.mul(gradient, skip.branch)', 'ops.mul(gradient, -skip.branch)'],
  ['engine/passes.ts', '1 / parts.length', '1'],
  [
    'engine/step.ts',
    'raw: penalize(ops, plan, weights.parameters, gradients, readings)',
    'raw: (penalize(ops, plan, weights.parameters, gradients, readings), gradients)',
  ],
  ['engine/pipeline.ts', 'optimizer.update(ops, gradients,', 'optimizer.update(ops, raw,'],
  ['activations/relu.ts', '0, gradient)', '0, ops.mul(gradient, -1))'],
  [
    'activations/leakyRelu.ts',
    'ops.mul(gradient, negativeSlope)',
    'ops.mul(gradient, -negativeSlope)',
  ],
  ['activations/tanh.ts', 'ops.sub(1, ops.square(h))', 'ops.add(1, ops.square(h))'],
  ['activations/elu.ts', 'ops.exp(y)', 'ops.exp(gradient)'],
  [
    'activations/gelu.ts',
    'ops.add(normalDistribution(ops, y), bell)',
    'ops.sub(normalDistribution(ops, y), bell)',
  ],
  ['losses/meanSquaredError.ts', '2 / count', '-2 / count'],
  ['losses/softmaxCrossEntropy.ts', 'target), 1 / batch)', 'target), -1 / batch)'],
  [
    'normalizations/standardization.ts',
    'ops.sub(aroundMean(ops, inner, mean(ops, inner)), along)',
    'ops.add(aroundMean(ops, inner, mean(ops, inner)), along)',
  ],
  [
    'normalizations/standardization.ts',
    'shift: ops.sum(gradient, [0])',
    'shift: ops.mul(ops.sum(gradient, [0]), -1)',
  ],
  ['safeguards/l1.ts', 'ops.less(0, weight), l1Strength', 'ops.less(0, weight), -l1Strength'],
  ['safeguards/l2.ts', '2 * l2Strength', '-2 * l2Strength'],
  ['safeguards/centralization.ts', 'ops.sub(g, ops.sum', 'ops.add(g, ops.sum'],
  ['safeguards/standardization.ts', 'ops.sub(scaled, rowMean', 'ops.add(scaled, rowMean'],
  [
    'safeguards/adaptiveGradientClipping.ts',
    'ops.less(size, smallestNorm), smallestNorm, size',
    'ops.less(size, smallestNorm), size, smallestNorm',
  ],
  ['safeguards/layerwiseScaling.ts', 'ops.mul(own.largest, own.ratio)', 'own.ratio'],
  ['safeguards/meanMagnitude.ts', 'ops.div(size, nonZero', 'ops.mul(size, nonZero'],
  ['safeguards/decoupledWeightDecay.ts', '-settings.learningRate', 'settings.learningRate'],
  ['safeguards/blockUpdates.ts', 'depthOf(layout)) + 1', 'depthOf(layout)) + 2'],
  ['optimizers/adam.ts', 'power(beta2, step + 1)', 'power(beta2, step + 2)'],
  ['optimizers/momentum.ts', "group'), momentum)", "group'), -momentum)"],
];

describe('verification', () => {
  it('agrees with the reference on the source as it is', async () => {
    const verdicts = await replayWith(null);
    expect(verdicts.filter(({ agrees }) => !agrees)).toEqual([]);
    expect(verdicts).toHaveLength(22);
  });

  for (const fault of faults) {
    const [file, text, replacement] = fault;
    const tags = always.includes(file) ? [] : ['deep'];
    it(`finds a fault in ${file}: ${text} → ${replacement}`, { tags }, async () => {
      const verdicts = await replayWith(fault);
      expect(verdicts.some(({ agrees }) => !agrees)).toBe(true);
    });
  }
});
