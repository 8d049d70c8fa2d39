import { expect, it } from 'vitest';
import { defaultExperiment } from '../../src/experiment/schema';
import { mapForm, readMap } from '../../src/state/saved/maps';
import type { StabilityMap } from '../../src/state/studies/maps';
import { note, unknownCells } from '../../src/study/map/cells';
import { mapPresets } from '../../src/study/map/presets';

function half(): StabilityMap {
  const plan = { experiment: { ...defaultExperiment, width: 20 }, ...mapPresets[0].setup };
  const cells = unknownCells(plan);
  note(cells, 0, 'known', 1.5);
  note(cells, 1, 'known', Number.NaN);
  note(cells, 2, 'impossible');
  return { id: 'one', begunAt: 5, plan, cells, boundary: [], state: 'running' };
}

it('a map is read back as it was stored; one that was not finished can be gone on with', () => {
  const map = half();
  expect(readMap(structuredClone(mapForm(map)))).toEqual({ ...map, state: 'cancelled' });
  map.cells.states.fill(1);
  note(map.cells, 3, 'lost');
  expect(readMap(structuredClone(mapForm(map)))?.state).toBe('cancelled');
  note(map.cells, 3, 'known', 1);
  expect(readMap(structuredClone(mapForm(map)))?.state).toBe('done');
});

it('what is not a map is refused', () => {
  const form = structuredClone(mapForm(half()));
  const short = new Float64Array(3);
  const strange = { ...form, states: new Uint8Array(unknownCells(half().plan).states).fill(9) };
  const wrong = [
    null,
    {},
    strange,
    { ...form, version: 2 },
    { ...form, values: short },
    { ...form, values: [1, 2] },
    { ...form, setup: 'depth_0_1' },
    { ...form, experiment: null },
  ];
  for (const stored of wrong) expect(readMap(stored)).toBeNull();
});
