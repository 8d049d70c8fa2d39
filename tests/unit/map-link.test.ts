import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink } from '../../src/experiment/link';
import { defaultExperiment } from '../../src/experiment/schema';
import { legalAxis, type MapAxis } from '../../src/study/map/axis';
import { note, unknownCells } from '../../src/study/map/cells';
import { decodeMap, encodeMap } from '../../src/study/map/code';
import { mapCsv } from '../../src/study/map/csv';
import { mapMeasures } from '../../src/study/map/plan';
import { anyAxis, mapOf, usual } from '../support/maps';

describe('a map in a link', () => {
  it('comes back as it was, through a whole link', () => {
    const setups = fc.record({
      x: anyAxis.map(legalAxis),
      y: anyAxis.map(legalAxis),
      measure: fc.constantFrom(...mapMeasures),
      steps: fc.integer({ min: 1, max: 10_000 }),
    });
    fc.assert(
      fc.property(setups, (setup) => {
        fc.pre(setup.x.key !== setup.y.key);
        const { reserved } = decodeLink(encodeLink(defaultExperiment, { map: encodeMap(setup) }));
        const steps = setup.measure === 'growth' ? 100 : setup.steps;
        expect(decodeMap(reserved.map ?? '')).toEqual({
          setup: { ...setup, steps },
          problems: [],
        });
      }),
      { numRuns: 500 },
    );
  });

  it('reads as a person writes', () => {
    expect(encodeMap(usual)).toBe('depth_3_51_17_linear*gain_0.5_2_17_log*growth');
    expect(encodeLink(defaultExperiment, { map: encodeMap(usual) })).toContain(
      'map=depth_3_51_17_linear*gain_0.5_2_17_log*growth',
    );
    expect(decodeMap('')).toEqual({ setup: usual, problems: [] });
  });

  it('is legal whatever it says, and reports what it could not take', () => {
    const words = fc.constantFrom(
      ...['*', '_', 'depth', 'gain', 'seed', '__proto__', 'activation', 'log', 'linear', 'loss'],
      ...['1e999', '-0', 'NaN', 'Infinity', '0x10', ' 3', '', 'full', 'growth', '_growth', '300'],
    );
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.array(words).map((list) => list.join('')),
      fc.array(words).map((list) => list.join('_')),
      fc.array(fc.array(words).map((list) => list.join('_'))).map((list) => list.join('*')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { setup, problems } = decodeMap(text);
        expect(legalAxis(setup.x)).toEqual(setup.x);
        expect(legalAxis(setup.y)).toEqual(setup.y);
        expect(setup.x.key).not.toBe(setup.y.key);
        expect(mapMeasures).toContain(setup.measure);
        expect(setup.steps).toBe(Math.min(10_000, Math.max(1, Math.round(setup.steps))));
        if (text !== '' && problems.length === 0) expect(text).toContain('*');
        for (const problem of problems) expect('asked' in problem).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['depth_3_5000_17_linear*gain_0.5_2_17_log*growth', 'mapLimited'],
    ['depth_3_50_17_linear*noise_0_2_17_log*growth', 'mapLimited'],
    ['depth_3_50_17_linear*gain_0.5_2_200_log*growth', 'mapLimited'],
    ['depth_3_50_17_linear*depth_3_50_17_linear*growth', 'mapUnreadable'],
    ['depth_3_50_17_linear*activation_0.5_2_17_log*growth', 'mapUnreadable'],
    ['depth_3_50_17_linear*gain_0.5_2_17_log*fame', 'mapUnreadable'],
    ['depth_3_50_17_linear*gain_0.5_2_17_log*loss_many', 'mapUnreadable'],
  ])('says of %s that it is %s', (text, kind) => {
    expect(decodeMap(text).problems.map(({ problem }) => problem.kind)).toEqual([kind]);
  });
});

describe('a map as CSV', () => {
  it('has a line per cell, and a number only where one was measured', () => {
    const x: MapAxis = { key: 'depth', from: 3, to: 5, count: 3, scale: 'linear' };
    const y: MapAxis = { key: 'gain', from: 1, to: 2, count: 2, scale: 'linear' };
    const plan = mapOf({ x, y });
    const cells = unknownCells(plan);
    note(cells, 0, 'known', 1.25);
    note(cells, 1, 'known', Number.NaN);
    note(cells, 2, 'lost');
    note(cells, 3, 'impossible');
    expect(mapCsv(plan, cells)).toBe(
      [
        'depth,gain,growth,status',
        '3,1,1.25,finite',
        '4,1,,not finite',
        '5,1,,lost',
        '3,2,,impossible',
        '4,2,,waiting',
        '5,2,,waiting',
        '',
      ].join('\r\n'),
    );
    const steps = { ...plan, measure: 'nonFiniteStep' as const };
    note(cells, 1, 'known', Infinity);
    expect(mapCsv(steps, cells)).toContain('4,1,,finite to the end');
  });
});
