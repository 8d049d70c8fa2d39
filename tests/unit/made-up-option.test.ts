import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { scriptOf } from '../../src/code/script';
import { withoutCode } from '../../src/code/snippets';
import { suitedTo } from '../../src/diagnosis/suited';
import { experimentOf } from '../../src/experiment/legality';
import { decodeLink, encodeLink } from '../../src/experiment/link';
import { isRelevant } from '../../src/experiment/relevance';
import { defaultExperiment, type Key } from '../../src/experiment/schema';
import { wordOfSetting } from '../../src/learn/glossary/labels';
import { app } from '../../src/state/store/app';
import { predictGradients } from '../../src/theory/prediction';
import { propagate } from '../../src/theory/propagation';
import { formulaOf } from '../../src/ui/charts/inspector/formula';
import { FieldControl } from '../../src/ui/controls/FieldControl';
import { Code } from '../../src/ui/exchange/Code';

vi.mock('../../src/catalog/activations', async (importOriginal) => {
  const { activations } = await importOriginal<typeof import('../../src/catalog/activations')>();
  const { ramp } = await import('../support/ramp');
  return { activations: [...activations, ramp] };
});

const reach = 'reach' as Key;
const { experiment, refusals } = experimentOf({
  activation: 'ramp',
  reach: 3,
  initializer: 'lecunNormal',
  gain: 1,
});

it('a made-up activation is legal, with its own setting', () => {
  expect(refusals).toEqual([]);
  expect(experiment).toMatchObject({ activation: 'ramp', reach: 3 });
  expect(isRelevant(experiment, reach)).toBe(true);
  expect(isRelevant(defaultExperiment, reach)).toBe(false);
});

it('stands in the control, and its setting has a control and a word', () => {
  const markup = (setting: Key) => renderToStaticMarkup(createElement(FieldControl, { setting }));
  expect(markup('activation')).toContain('<option value="ramp">Ramp</option>');
  expect(markup(reach)).toContain('Reach');
  expect(wordOfSetting[reach]).toBe('activation');
});

it('travels in a link', () => {
  const link = encodeLink(experiment);
  expect(link).toContain('activation=ramp&reach=3');
  expect(decodeLink(link)).toMatchObject({ experiment, problems: [] });
});

it('is predicted by theory from its moments', () => {
  const layers = propagate(experiment, 1);
  expect(layers).toHaveLength(experiment.depth - 1);
  const prediction = predictGradients(experiment, { inputMeanSquare: 1, lastGradient: 1 });
  expect(prediction).toMatchObject({ growth: expect.closeTo(0.99, 1), band: expect.any(Array) });
});

it('has a formula in the inspector, and no weights that were measured to suit it', () => {
  expect(formulaOf(experiment, 2)).toContain(String.raw`\operatorname{Ramp}(`);
  expect(suitedTo(experiment)).toBeNull();
});

it('has no script, and the page says so', () => {
  expect(withoutCode(experiment).map(({ id }) => id)).toEqual(['ramp']);
  expect(() => scriptOf(experiment, 'torch', 'en', '')).toThrow(
    new RangeError('There is no code of activation ramp.'),
  );
  vi.stubGlobal('location', new URL('https://example.org/'));
  vi.spyOn(app, 'getInitialState').mockReturnValue({ ...app.getInitialState(), experiment });
  expect(renderToStaticMarkup(createElement(Code))).toContain('no code is written yet for Ramp');
});
