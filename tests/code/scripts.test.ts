import { describe, expect, it } from 'vitest';
import { languages } from '../../src/base/localized';
import { activations } from '../../src/catalog/activations';
import { frameworks } from '../../src/catalog/code';
import { datasets } from '../../src/catalog/datasets';
import type { Entry } from '../../src/catalog/entry';
import { formats } from '../../src/catalog/formats';
import { initializers } from '../../src/catalog/initializers';
import { losses } from '../../src/catalog/losses';
import { lossScalings } from '../../src/catalog/lossScalings';
import { normalizations } from '../../src/catalog/normalizations';
import { optimizers } from '../../src/catalog/optimizers';
import { residuals } from '../../src/catalog/residuals';
import { safeguards } from '../../src/catalog/safeguards';
import { schedules } from '../../src/catalog/schedules';
import { exportedWeights } from '../../src/code/exportedWeights';
import { scriptOf } from '../../src/code/script';
import { withoutCode } from '../../src/code/snippets';
import { makeBatch, makeData } from '../../src/experiment/data';
import { defaultExperiment, type Experiment } from '../../src/experiment/schema';
import { widthsOf } from '../../src/experiment/weights';
import { cases } from './cases';

const kinds: readonly (readonly [keyof Experiment, readonly Entry[]])[] = [
  ['dataset', datasets],
  ['activation', activations],
  ['initializer', initializers],
  ['loss', losses],
  ['optimizer', optimizers],
  ['schedule', schedules],
  ['numberFormat', formats],
  ['lossScaling', lossScalings],
  ['normalization', normalizations],
  ['residual', residuals],
];

/** Whether scripts can be written with some settings. */
const isWritten = (settings: Partial<Experiment>) =>
  withoutCode({ ...defaultExperiment, ...settings }).length === 0;

describe('the cases that scripts are run for', () => {
  it('are thirty or more', () => expect(cases.length).toBeGreaterThanOrEqual(30));

  const options = kinds.flatMap(([key, entries]) => entries.map(({ id }) => [key, id] as const));

  it.each(options.filter(([key, id]) => isWritten({ [key]: id })))('cover the %s %s', (key, id) =>
    expect(cases.some(([, experiment]) => experiment[key] === id)).toBe(true),
  );

  it.each(safeguards.map(({ id }) => id).filter((id) => isWritten({ [id]: true })))(
    'cover the safeguard %s',
    (id) => expect(cases.some(([, experiment]) => experiment[id])).toBe(true),
  );
});

describe.each(frameworks)('a script for %s', (framework) => {
  it.each(cases)('%s: is whole in every language, and carries the link', (_, experiment) => {
    for (const language of languages) {
      const { text } = scriptOf(experiment, framework, language, 'https://example.org/#v=1&seed=1');
      expect(text).toContain('https://example.org/#v=1&seed=1');
      expect(text).not.toMatch(/undefined|\[object|rounded_?[bB]ack\(\)|[ \t]$|\0/m);
      expect(/\p{Script=Han}/u.test(text)).toBe(language === 'zh-CN');
    }
  });

  it('speaks of nothing that the experiment does not use', () => {
    const [, experiment] = cases[0] ?? [];
    if (!experiment) throw new RangeError('There is no case.');
    const { text } = scriptOf(experiment, framework, 'en', 'https://example.org/');
    expect(text).not.toMatch(/clip|normaliz|MICRO|float16|SKIP|velocity|moons/i);
    expect(text.split('\n').length).toBeLessThan(320);
  });
});

/** Reads a safetensors file by its specification. */
function tensorsOf(file: Uint8Array) {
  const view = new DataView(file.buffer, file.byteOffset);
  const length = Number(view.getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length)));
  const values = (name: string): number[] => {
    const { dtype, shape, data_offsets: offsets } = header[name];
    const size = (shape as number[]).reduce((product, width) => product * width, 1);
    expect(offsets[1] - offsets[0]).toBe(4 * size);
    return Array.from({ length: size }, (_, index) => {
      const place = 8 + length + offsets[0] + 4 * index;
      return dtype === 'F32' ? view.getFloat32(place, true) : view.getInt32(place, true);
    });
  };
  return { header, values };
}

describe('exported weights', () => {
  it.each(cases)('%s: hold every parameter, the data and the batches', (_, experiment) => {
    const { header, values } = tensorsOf(exportedWeights(experiment, 3, 'link'));
    const widths = widthsOf(experiment);
    expect(header.__metadata__).toEqual({
      format: 'chain-reaction-weights/1',
      network: `${widths.join(',')} ${experiment.normalization}`,
      link: 'link',
    });
    for (let layer = 1; layer < widths.length; layer++) {
      expect(header[`layers.${layer}.weight`].shape).toEqual([widths[layer - 1], widths[layer]]);
    }
    const { training, inputs } = makeData(experiment);
    const features = values('features');
    const rows = values('batches');
    const batch = makeBatch(experiment, training, 2);
    const drawn = rows
      .slice(2 * batch.count)
      .flatMap((row) => features.slice(row * inputs, (row + 1) * inputs));
    expect(Float32Array.from(drawn)).toEqual(batch.features);
  });
});
