import fc from 'fast-check';
import type { Field, NumberField } from '../../src/base/field';
import { experimentOf } from '../../src/experiment/legality';
import { fieldOf, keys } from '../../src/experiment/schema';
import { holdFile } from './tables';

/** Any legal experiment, the odd ones most of all. */
export const anyExperiment = experiments(({ min, max, integer }) =>
  integer
    ? fc.integer({ min, max })
    : fc.double({ min, max, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);

/** Any legal experiment, its numbers spread evenly along the scales of their controls. */
export const spreadExperiment = experiments(({ min, max, integer, scale }) =>
  fc.integer({ min: 0, max: 1000 }).map((thousandths) => {
    const share = thousandths / 1000;
    const value =
      scale === 'linear' || min <= 0 ? min + share * (max - min) : min * (max / min) ** share;
    return Math.min(max, Math.max(min, integer ? Math.round(value) : value));
  }),
);

function experiments(numbers: (field: NumberField) => fc.Arbitrary<number>) {
  const valuesOf = (field: Field): fc.Arbitrary<unknown> => {
    if (field.kind === 'toggle') return fc.boolean();
    if (field.kind === 'choice') return fc.constantFrom(...field.options.map(({ id }) => id));
    return field.word ? fc.oneof(numbers(field), fc.constant(field.word.value)) : numbers(field);
  };
  return fc
    .record({
      ...Object.fromEntries(keys.map((key) => [key, valuesOf(fieldOf(key))])),
      dataHash: fc.constant(holdFile('flowers.csv').hash),
    })
    .map((settings) => experimentOf(settings).experiment);
}
