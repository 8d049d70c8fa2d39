import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fieldOf, keys } from '../../src/experiment/schema';
import { experimentOf, type Recorded } from '../support/histories';

const folder = 'tests/reference/histories';

it('the recorded histories between them use every option, and have every switch on', () => {
  const experiments = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Recorded)
    .map(experimentOf);
  const unused = keys.flatMap((key) => {
    const field = fieldOf(key);
    if (key === 'backend' || field.kind === 'number') return [];
    const options = field.kind === 'choice' ? field.options.map(({ id }) => id) : [true, false];
    return options
      .filter((option) => experiments.every((experiment) => experiment[key] !== option))
      .map((option) => `${key}=${option}`);
  });
  expect(unused).toEqual([]);
});
