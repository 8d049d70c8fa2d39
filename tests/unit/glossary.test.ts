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
import { words } from '../../src/learn/glossary';
import { wordIds } from '../../src/learn/glossary/ids';
import { wordOfSetting } from '../../src/learn/glossary/labels';
import { formulaOf } from '../../src/ui/charts/inspector/formula';
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

it('labels lead to words that exist', () => {
  for (const id of Object.values(wordOfSetting)) expect(wordIds).toContain(id);
});

it('the formula of a layer can be set, whatever the experiment', () => {
  fc.assert(
    fc.property(anyExperiment, fc.nat(99), (experiment, place) => {
      const layer = 1 + (place % experiment.depth);
      expect(set(formulaOf(experiment, layer))).toContain('<math');
    }),
  );
});
