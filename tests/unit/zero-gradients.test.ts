import { describe, expect, it } from 'vitest';
import { experimentOf } from '../../src/experiment/legality';
import { evidenceOf } from '../../src/history/evidence';
import { factorsAt, productTo } from '../../src/history/factors';
import { growthAt, silentFrom } from '../../src/history/growth';
import { createHistory, type History } from '../../src/history/history';
import { absent } from '../../src/history/measures';
import { outcomeOf } from '../../src/history/outcome';
import { emptyRecord, layerColumn, recordShape, stepColumn } from '../../src/history/record';
import { formatFactor } from '../../src/i18n/numbers';
import type { Translate } from '../../src/i18n/translate';
import { fill } from '../../src/i18n/translate';
import { summaryOf } from '../../src/study/trials';
import { untreated } from '../../src/study/variants';
import { factorTable, readingOf } from '../../src/ui/charts/factors/factorWords';
import { measuredOf } from '../../src/ui/charts/inspector/formula';
import { factorOver } from '../../src/ui/charts/series/norms';
import { tried } from '../support/outcomes';

const depth = 5;
const shape = recordShape(depth);
const english: Translate = (text, places = {}) => fill(text.en, places);

/** A record with the gradients of a network of 5 layers: `gradH` from the input on, `gradZ` and `gradBranch` from layer 1 on. */
function historyOf(gradH: number[], gradZ: number[], gradBranch: number[] = []): History {
  const row = emptyRecord(shape);
  row[stepColumn(shape, 'step')] = 0;
  row[stepColumn(shape, 'loss')] = 0;
  const put = (measure: 'gradH' | 'gradZ' | 'gradBranch', first: number, values: number[]) =>
    values.forEach((value, offset) => {
      row[layerColumn(shape, measure, first + offset)] = value;
    });
  put('gradH', 0, gradH);
  put('gradZ', 1, gradZ);
  put('gradBranch', 1, gradBranch);
  const history = createHistory(shape);
  history.append(row);
  return history;
}

const cases: Readonly<Record<string, History>> = {
  'zero weights at the output': historyOf([0, 0, 0, 0, 0], [0, 0, 0, 0, 2]),
  'a dead layer in the middle': historyOf([0, 0, 0, 3, 4], [0, 0, 0, 1, 2]),
  'no error at all': historyOf([0, 0, 0, 0, 0], [0, 0, 0, 0, 0]),
  'a dead branch beside a skip': historyOf([3, 3, 3, 4, 4], [0, 0, 1, 0, 2], [0, 0, 1, 0, 4]),
};

describe.each(Object.entries(cases))(
  '%s: nothing that is finite is called NaN or ∞',
  (_, history) => {
    const { experiment } = experimentOf({ depth, residual: 'plain' });

    it('in growth, factors and evidence', () => {
      const growth = growthAt(history, 0);
      expect([growth?.perLayer, growth?.total].every(Number.isFinite)).toBe(true);
      const factors = factorsAt(history, 0);
      const values = factors.flatMap((one) => [one.weights, one.activation, one.skip, one.total]);
      expect([...values, productTo(factors, 1)].filter((value) => !(value >= absent))).toEqual([]);
      expect(values.filter((value) => value === Infinity)).toEqual([]);
      expect(Object.values(evidenceOf(history, 0, 'l2', 0)).every(Number.isFinite)).toBe(true);
      expect(outcomeOf(history, null, { loss: 1 }).growth).not.toBeNaN();
    });

    it('in words', () => {
      const by = { experiment, history, index: 0, norms: null };
      const factors = factorsAt(history, 0);
      const said = JSON.stringify([
        factorTable(factors, by, english),
        factors.map((one) => readingOf(one, by, english)),
        factors.map(({ layer }) => measuredOf(history, 0, layer)),
        [1, 2, 3, 4, 5].map((layer) => formatFactor(productTo(factors, layer))),
      ]);
      expect(said).not.toMatch(/NaN|∞|infty|null|undefined/);
      expect(said).not.toMatch(/×[−-]/);
    });
  },
);

it('growth is 0 where nothing arrives at layer 1, and says from which layer on', () => {
  const of = (name: string) => {
    const history = cases[name];
    if (!history) throw new RangeError(name);
    return [growthAt(history, 0)?.perLayer, silentFrom(history, 0)];
  };
  expect(of('zero weights at the output')).toEqual([0, 4]);
  expect(of('a dead layer in the middle')).toEqual([0, 2]);
  expect(of('a dead branch beside a skip')).toEqual([(3 / 4) ** (1 / 3), null]);
  const broken = historyOf([0, Number.NaN, 0, 0, Number.NaN], [0, 0, 0, 0, Number.NaN]);
  expect(growthAt(broken, 0)?.perLayer).toBeNaN();
});

it('a factor over 0 is a dash', () => {
  expect(formatFactor(factorOver(0, 0))).toBe('–');
  expect(formatFactor(factorOver(2, 0))).toBe('–');
  expect(formatFactor(factorOver(0, 2))).toBe('×0');
  expect(formatFactor(factorOver(Number.NaN, 2))).toBe('×NaN');
});

it('the formula of a layer whose branch is dead has the whole factor at the skip', () => {
  const history = cases['a dead branch beside a skip'];
  if (!history) throw new RangeError();
  const tex = measuredOf(history, 0, 4);
  expect(tex.match(/underbrace/g)).toHaveLength(3);
  expect(tex).toContain('{+\\,h_{3}}_{\\textstyle 1}');
});

it('trials do not compare with a gradient of 0', () => {
  const row = (id: string, gradient: number) => ({
    variant: { id } as never,
    results: [tried({ gradient })],
  });
  const rows = [row(untreated, 0), row('l2', 3)];
  expect(rows.map((one) => summaryOf(one, rows)?.ratio)).toEqual([Number.NaN, Number.NaN]);
});
