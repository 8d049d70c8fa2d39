import { expect, it } from 'vitest';
import { openBackend } from '../../src/engine/tfjs/backend';
import { createTrainer } from '../../src/engine/trainer';
import { createHistory } from '../../src/history/history';
import { readRunJson, runJson } from '../../src/state/saved/file';
import { cases } from './cases';

const steps = 3;

it.each(cases)('%s: the file of a run is read back exactly', async (_, experiment) => {
  const opened = await openBackend('wasm');
  if ('refusal' in opened) throw new Error(opened.refusal);
  const trainer = createTrainer(opened.ops, experiment);
  const history = createHistory(trainer.shape);
  history.append(await trainer.measure());
  while (trainer.step < steps && !trainer.nonFinite) history.append(await trainer.advance());
  const { nonFinite } = trainer;
  trainer.dispose();
  const run = { id: 'id', name: 'A', keptAt: 5, experiment, history, nonFinite, events: [] };
  const found = readRunJson(runJson(run, 'wasm'));
  if ('kind' in found) throw new Error(JSON.stringify(found));
  const { id, history: records, ...rest } = found.run;
  expect(rest).toEqual({ name: 'A', keptAt: 5, experiment, nonFinite, events: [] });
  expect(records.data()).toEqual(history.data());
  expect(found.adjusted).toEqual([]);
});
