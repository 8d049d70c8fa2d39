import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activations } from '../../src/catalog/activations';
import { piecewiseLinearMoments, quadrature } from '../../src/catalog/activations/gaussianMoments';
import { entryOf } from '../../src/catalog/entry';
import { defaultExperiment, type Experiment } from '../../src/experiment/schema';
import { erf } from '../support/numbers';

interface Golden {
  readonly gaussianMoments: {
    readonly moments: readonly {
      readonly act: string;
      readonly q: number;
      readonly m1: number;
      readonly m2: number;
      readonly d2: number;
      readonly d4: number;
    }[];
  };
}

const golden = JSON.parse(await readFile('tests/reference/golden.json', 'utf8')) as Golden;

const ids: Record<string, string> = { leaky: 'leakyRelu' };

function expectClose(actual: number, wanted: number, tolerance = 1e-6): void {
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(wanted)));
}

describe('Gaussian moments', () => {
  it.each(golden.gaussianMoments.moments)(
    'of $act at variance $q are the reference’s',
    ({ act, q, ...wanted }) => {
      const { moments } = entryOf(activations, (ids[act] ?? act) as Experiment['activation']);
      const found = moments(q, { ...defaultExperiment, negativeSlope: 0.2 });
      for (const name of ['m1', 'm2', 'd2', 'd4'] as const) expectClose(found[name], wanted[name]);
    },
  );

  it('by quadrature are the closed ones, a kink and a jump of the slope included', () => {
    const slope = fc.double({ min: 0, max: 1, noNaN: true });
    const exponent = fc.double({ min: -6, max: 6, noNaN: true });
    fc.assert(
      fc.property(exponent, slope, (tens, alpha) => {
        const q = 10 ** tens;
        const closed = piecewiseLinearMoments(q, alpha);
        const found = quadrature(
          q,
          (y) => (y > 0 ? y : alpha * y),
          (y) => (y > 0 ? 1 : alpha),
        );
        expectClose(found.m1 / Math.sqrt(q), closed.m1 / Math.sqrt(q), 1e-9);
        expectClose(found.m2 / q, closed.m2 / q, 1e-9);
        expectClose(found.d2, closed.d2, 1e-9);
        expectClose(found.d4, closed.d4, 1e-9);
      }),
      { numRuns: 30 },
    );
  });

  it('of GELU in closed form are those of the quadrature', () => {
    const Phi = (y: number) => 0.5 * (1 + erf(y * Math.SQRT1_2));
    const bell = (y: number) => Math.exp(-0.5 * y * y) / Math.sqrt(2 * Math.PI);
    const gelu = entryOf(activations, 'gelu');
    for (const q of [0.01, 0.5, 3]) {
      const wanted = quadrature(
        q,
        (y) => y * Phi(y),
        (y) => Phi(y) + y * bell(y),
      );
      const found = gelu.moments(q, defaultExperiment);
      expectClose(found.m1, wanted.m1);
      expectClose(found.m2, wanted.m2);
      expectClose(found.d2, wanted.d2);
      expectClose(found.d4, wanted.d4);
    }
  });

  it('of tanh at a large variance follow its asymptote E φ′² = (4/3)/√(2πq)', () => {
    const { d2, m2 } = entryOf(activations, 'tanh').moments(1e8, defaultExperiment);
    expectClose(d2 * 1e4, 4 / 3 / Math.sqrt(2 * Math.PI), 1e-4);
    expectClose(m2, 1, 1e-3);
  });

  it.each(activations.map((entry) => [entry.id, entry] as const))(
    'of %s obey E φ² ≥ (E φ)² and E φ′⁴ ≥ (E φ′²)²',
    (_id, { moments }) => {
      for (const q of [1e-12, 1e-3, 1, 1e3, 1e12]) {
        const { m1, m2, d2, d4 } = moments(q, defaultExperiment);
        expect(m2).toBeGreaterThanOrEqual(m1 ** 2 * (1 - 1e-9));
        expect(d4).toBeGreaterThanOrEqual(d2 ** 2 * (1 - 1e-9));
      }
    },
  );
});
