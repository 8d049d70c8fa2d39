import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/base/field';
import { experimentOf } from '../../src/experiment/legality';
import { decodeLink, encodeLink, linkLimit } from '../../src/experiment/link';
import { defaultExperiment, type Experiment, fieldOf, keys } from '../../src/experiment/schema';
import { anyExperiment } from '../support/experiments';

/** An experiment all of whose settings are within their own limits. */
function isLegal(experiment: Experiment): boolean {
  return keys.every((key) => check(fieldOf(key), experiment[key]).problem === undefined);
}

describe('a link', () => {
  it('gives back the experiment it was made of', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        const link = decodeLink(encodeLink(experiment));
        expect(link.experiment).toEqual(experiment);
        expect(link.problems).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is legal whatever it says', () => {
    const parts = fc.constantFrom(
      ...keys,
      '__proto__',
      'constructor',
      'v',
      'lang',
      '&',
      '=',
      '%',
      '#',
      '1e999',
      '-0',
      'NaN',
      'relu',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.array(parts).map((list) => list.join('')),
      fc
        .array(fc.tuple(parts, fc.oneof(fc.string(), fc.double().map(String))))
        .map((list) => list.map((pair) => pair.join('=')).join('&')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { experiment } = decodeLink(text);
        expect(isLegal(experiment)).toBe(true);
        expect(experimentOf(experiment).refusals).toEqual([]);
      }),
      { numRuns: 2000 },
    );
    expect(Object.prototype).not.toHaveProperty('depth');
  });

  it('holds the seed and what differs from the default, in plain words', () => {
    expect(encodeLink(defaultExperiment)).toBe('v=1&seed=1');
    const { experiment } = experimentOf({
      depth: 30,
      activation: 'tanh',
      clipByGlobalNorm: true,
      batchSize: 0,
      seed: 7,
    });
    expect(encodeLink(experiment)).toBe(
      'v=1&batchSize=full&depth=30&activation=tanh&clipByGlobalNorm=on&seed=7',
    );
  });

  it('clamps, rounds and names what it cannot take, and loads the rest', () => {
    const { experiment, problems } = decodeLink(
      '#v=1&depth=1000&width=10.4&gain=big&activation=swish&nonsense=1&learningRate=0.03&seed=5',
    );
    expect(experiment).toMatchObject({
      depth: 100,
      width: 10,
      gain: defaultExperiment.gain,
      activation: defaultExperiment.activation,
      learningRate: 0.03,
      seed: 5,
    });
    expect(problems.map(({ problem }) => problem.kind)).toEqual([
      'clamped',
      'rounded',
      'unreadable',
      'unknownOption',
      'unknownKey',
    ]);
  });

  it('explains settings that exclude each other', () => {
    const { experiment, problems } = decodeLink(
      'v=1&dataset=plane&loss=softmaxCrossEntropy&seed=1',
    );
    expect(experiment.loss).toBe('meanSquaredError');
    expect(problems.map(({ problem }) => problem.kind)).toEqual(['conflict']);
  });

  it('is refused unread when it is too long', () => {
    const { experiment, problems } = decodeLink(`v=1&depth=5&lang=${'x'.repeat(linkLimit)}`);
    expect(experiment).toEqual(defaultExperiment);
    expect(problems).toEqual([{ problem: { kind: 'tooLong' } }]);
  });

  it('says when it was made for another version', () => {
    expect(decodeLink('v=2&depth=5').problems.map(({ problem }) => problem.kind)).toEqual([
      'version',
    ]);
  });

  it('keeps the settings of the page apart from the experiment', () => {
    const { reserved, experiment, problems } = decodeLink('v=1&lang=zh-CN&embed=1&seed=1');
    expect(reserved).toEqual({ lang: 'zh-CN', embed: '1' });
    expect(problems).toEqual([]);
    expect(encodeLink(experiment, reserved)).toBe('v=1&seed=1&lang=zh-CN&embed=1');
  });
});
