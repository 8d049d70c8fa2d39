import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../src/experiment/schema';
import type { TrialSummary } from '../../src/study/trials';
import { type Line, type Order, pressed, sorted } from '../../src/ui/study/trialOrder';

const summary = (settings: Partial<TrialSummary>): TrialSummary => ({
  ...{ known: 3, finite: 3, nonFiniteAt: null, gradient: 1, ratio: 1, loss: 1, accuracy: 0.5 },
  ...{ skill: 0.5, pace: 1, verdict: 'chance' },
  ...settings,
});

const line = (id: string, found: Partial<TrialSummary> | null): Line => ({
  row: {
    variant: { id, name: { en: id, 'zh-CN': id }, experiment: defaultExperiment },
    results: [],
  },
  summary: found && summary(found),
});

const lines = [
  line('waits', null),
  line('lost', { verdict: 'nonFinite', finite: 0, nonFiniteAt: 2, loss: NaN, skill: NaN }),
  line('learns', { verdict: 'learns', loss: 0.1, skill: 0.9 }),
  line('sometimes', { verdict: 'sometimesNonFinite', finite: 1, nonFiniteAt: 40, loss: 3 }),
  line('chance', { skill: 0.1 }),
];

const ids = (order: Order) => sorted(lines, order).map(({ row }) => row.variant.id);

describe('the table of trials', () => {
  it('is sorted as it says, with what has no value last', () => {
    expect(ids({ by: 'verdict', direction: 'descending' })).toEqual([
      'learns',
      'chance',
      'sometimes',
      'lost',
      'waits',
    ]);
    expect(ids({ by: 'finiteUntil', direction: 'ascending' })).toEqual([
      'lost',
      'sometimes',
      'learns',
      'chance',
      'waits',
    ]);
    expect(ids({ by: 'loss', direction: 'ascending' }).slice(0, 1)).toEqual(['learns']);
    expect(ids({ by: 'loss', direction: 'descending' }).slice(0, 1)).toEqual(['sometimes']);
    expect(ids({ by: 'loss', direction: 'descending' }).slice(-2)).toEqual(['waits', 'lost']);
  });

  it('has the best on top at the first press, and turns round at the next', () => {
    const start = { by: 'variant', direction: 'ascending' } as const;
    const once = pressed('accuracy', start);
    expect(once).toEqual({ by: 'accuracy', direction: 'descending' });
    expect(pressed('accuracy', once)).toEqual({ by: 'accuracy', direction: 'ascending' });
    expect(pressed('loss', once)).toEqual({ by: 'loss', direction: 'ascending' });
    expect(ids(pressed('variant', start))).toEqual(ids(start).toReversed());
  });
});
