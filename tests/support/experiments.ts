import fc from 'fast-check';
import type { Field } from '../../src/base/field';
import { experimentOf } from '../../src/experiment/legality';
import { fieldOf, keys } from '../../src/experiment/schema';
import { holdFile } from './tables';

/** Any legal experiment. */
export const anyExperiment = fc
  .record({
    ...Object.fromEntries(keys.map((key) => [key, valuesOf(fieldOf(key))])),
    dataHash: fc.constant(holdFile('flowers.csv').hash),
  })
  .map((settings) => experimentOf(settings).experiment);

function valuesOf(field: Field): fc.Arbitrary<unknown> {
  if (field.kind === 'toggle') return fc.boolean();
  if (field.kind === 'choice') return fc.constantFrom(...field.options.map(({ id }) => id));
  const { min, max, integer, word } = field;
  const numbers = integer
    ? fc.integer({ min, max })
    : fc.double({ min, max, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
  return word ? fc.oneof(numbers, fc.constant(word.value)) : numbers;
}
