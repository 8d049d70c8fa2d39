import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { activations } from '../../src/catalog/activations';
import { datasets } from '../../src/catalog/datasets';
import type { Entry } from '../../src/catalog/entry';
import { initializers } from '../../src/catalog/initializers';
import { losses } from '../../src/catalog/losses';
import { normalizations } from '../../src/catalog/normalizations';
import { optimizers } from '../../src/catalog/optimizers';
import { residuals } from '../../src/catalog/residuals';
import { safeguards } from '../../src/catalog/safeguards';
import { schedules } from '../../src/catalog/schedules';
import { keys } from '../../src/experiment/schema';
import { createHistory } from '../../src/history/history';
import { absent, type LayerMeasure } from '../../src/history/measures';
import { emptyRecord, layerColumn, recordShape, recordWidth } from '../../src/history/record';
import { words } from '../../src/learn/glossary';
import { wordIds } from '../../src/learn/glossary/ids';
import { wordOfSetting } from '../../src/learn/glossary/labels';
import { formulaOf, measuredOf } from '../../src/ui/charts/inspector/formula';
import { anyExperiment } from '../support/experiments';

const formulaic: readonly Entry[] = [
  ...activations,
  ...initializers,
  ...losses,
  ...optimizers,
  ...schedules,
  ...safeguards,
  ...[...normalizations, ...residuals].filter(({ id }) => id !== 'none'),
];

const set = (tex: string) => katex.renderToString(tex, { output: 'mathml', strict: 'error' });

describe.each(formulaic.map((entry) => [entry.id, entry] as const))('%s', (_, { formula }) => {
  it('has a formula that can be set', () => {
    expect(formula).toBeDefined();
    expect(set(formula ?? '')).toContain('<math');
  });
});

it('datasets have none: they are drawn', () => {
  expect(datasets.every((entry) => !('formula' in entry))).toBe(true);
});

describe.each(wordIds)('%s', (id) => {
  const { term, text, formula, source } = words[id];

  it('is explained in both languages, in a few sentences', () => {
    for (const language of ['en', 'zh-CN'] as const) {
      expect(term[language].length).toBeGreaterThan(0);
      expect(text[language].length).toBeGreaterThan(8);
      expect(text[language].length).toBeLessThan(320);
    }
    expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
  });

  it('has a formula that can be set, and a paper that can be found', () => {
    if (formula) expect(set(formula)).toContain('<math');
    if (source) expect(source.year).toBeGreaterThan(1950);
  });
});

it('no two words have one term', () => {
  const terms = wordIds.map((id) => words[id].term.en);
  expect(new Set(terms).size).toBe(terms.length);
});

it('the label of every setting leads to a word', () => {
  for (const key of keys) expect(wordIds).toContain(wordOfSetting[key]);
  expect(wordOfSetting).toMatchObject({ optimizer: 'optimizer', l1: 'penalty', width: 'width' });
  expect(wordOfSetting).toMatchObject({ samples: 'dataset', l1Strength: 'penalty' });
  expect(wordOfSetting).toMatchObject({
    epsilon: 'adam',
    rho: 'optimizer',
    trustCoefficient: 'layerwiseScaling',
  });
});

it('every formula has its paper, but for those that nobody had to invent', () => {
  const bare = formulaic.filter(({ source }) => !source).map(({ id }) => id);
  expect(bare).toEqual(['linear', 'constant']);
  expect(wordIds.filter((id) => words[id].formula && !words[id].source)).toEqual(['frobeniusNorm']);
});

it('the numbers of a layer can be set, whatever was measured', () => {
  const shape = recordShape(6);
  const value = fc.oneof(fc.double({ min: 0 }), fc.constantFrom(absent, Number.NaN, 0));
  const values = fc.array(value, { minLength: recordWidth(shape), maxLength: recordWidth(shape) });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 6 }), (row, layer) => {
      const history = createHistory(shape);
      history.append(Float64Array.from([0, ...row.slice(1)]));
      for (const part of measuredOf(history, 0, layer).split(',\\quad ')) {
        expect(set(part)).toContain('<math');
      }
    }),
  );
});

it('the numbers of a layer are those measured, each below its symbol', () => {
  const shape = recordShape(4);
  const history = createHistory(shape);
  const row = emptyRecord(shape);
  const put = (measure: LayerMeasure, layer: number, value: number) => {
    row[layerColumn(shape, measure, layer)] = value;
  };
  row[0] = 0;
  put('actRms', 1, 1.25);
  put('weight', 2, 11.31);
  put('actRms', 2, 3e7);
  put('gradH', 2, 0.5);
  put('gradZ', 2, 0.25);
  put('gradH', 1, 0.75);
  history.append(row);
  const tex = measuredOf(history, 0, 2);
  for (const number of ['1.25', '11.3', String.raw`3.00\times10^{7}`])
    expect(tex).toContain(number);
  expect(tex).toContain(String.raw`{\lVert \partial L/\partial h_{1}\rVert}_{\textstyle 0.75}`);
  expect(tex).toContain(String.raw`{\partial h_{2}/\partial z_{2}}_{\textstyle 0.5}`);
  expect(tex).toContain(String.raw`{\partial z_{2}/\partial h_{1}}_{\textstyle 3}`);
});

it('the formula of a layer can be set, whatever the experiment', () => {
  fc.assert(
    fc.property(anyExperiment, fc.nat(99), (experiment, place) => {
      const layer = 1 + (place % experiment.depth);
      expect(set(formulaOf(experiment, layer))).toContain('<math');
    }),
  );
});
