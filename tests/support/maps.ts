import fc from 'fast-check';
import { defaultExperiment } from '../../src/experiment/schema';
import { axisKeys, type MapAxis } from '../../src/study/map/axis';
import type { MapPlan } from '../../src/study/map/plan';
import { mapPresets } from '../../src/study/map/presets';

/** An axis as anybody may ask for it, legal or not. */
export const anyAxis: fc.Arbitrary<MapAxis> = fc
  .record({
    key: fc.constantFrom(...axisKeys),
    from: fc.double(),
    to: fc.double(),
    count: fc.oneof(fc.integer({ min: -5, max: 100 }), fc.double()),
    scale: fc.constantFrom('linear' as const, 'log' as const),
  })
  .map((axis) => axis);

/** The axes and the measure of the first preset. */
export const usual = mapPresets[0].setup;

/** A map of the first preset, changed as given. */
export function mapOf(setup: Partial<MapPlan> = {}): MapPlan {
  return { experiment: defaultExperiment, ...usual, ...setup };
}
