import { beforeEach, describe, expect, it } from 'vitest';
import { maps, openMap, restoreMaps, type StabilityMap } from '../../src/state/studies/maps';
import { note, unknownCells } from '../../src/study/map/cells';
import { encodeMap } from '../../src/study/map/code';
import { mapOf } from '../support/maps';

const plan = mapOf({ measure: 'loss', steps: 7 });

function made(id: string, of = plan): StabilityMap {
  const cells = unknownCells(of);
  note(cells, 0, 'known', 1.5);
  return { id, begunAt: 5, plan: of, cells, boundary: [], state: 'cancelled' };
}

const empty = maps.getInitialState();

describe('a map that a link asks for', () => {
  beforeEach(() => maps.setState(empty, true));

  it('is shown where the browser keeps it, whatever is newer', () => {
    openMap(encodeMap(plan), plan.experiment);
    expect(maps.getState().map).toBeNull();
    restoreMaps([made('newer', mapOf({ measure: 'loss', steps: 8 })), made('asked')]);
    expect(maps.getState().map?.id).toBe('asked');
    expect(maps.getState().earlier.map(({ id }) => id)).toEqual(['newer']);
  });

  it('is not replaced by another one', () => {
    openMap(encodeMap(plan), plan.experiment);
    restoreMaps([
      made('other experiment', { ...plan, experiment: { ...plan.experiment, width: 9 } }),
    ]);
    expect(maps.getState().map).toBeNull();
    expect(maps.getState().setup.steps).toBe(7);
  });

  it('is shown when its link is opened later', () => {
    restoreMaps([made('newest', mapOf({ measure: 'loss', steps: 8 })), made('asked')]);
    expect(maps.getState().map?.id).toBe('newest');
    openMap(encodeMap(plan), plan.experiment);
    expect(maps.getState().map?.id).toBe('asked');
  });
});
