import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingsAt } from '../../src/log/diagnose';
import { formats } from '../../src/log/formats';
import { meaningOf } from '../../src/log/meaning';
import { type LogProblem, type ReadLog, readLog } from '../../src/log/read';
import { openSource } from '../../src/log/source';
import { fieldLogs } from '../support/fieldLogs';
import { historyOf, logOf } from '../support/logs';

const folder = 'tests/field';

const readField = (name: string): Promise<ReadLog | LogProblem> =>
  readLog([new File([readFileSync(`${folder}/${name}`)], name)]);

/** What a log shows over its steps and at the step it opens at, by id, and the numbers of the first finding of each id. */
function shown(log: ReadLog) {
  const history = historyOf(log);
  const index = log.opensAt === null ? history.length - 1 : history.indexOf(log.opensAt);
  const findings = [...log.findings, ...findingsAt(log, history, index)];
  return {
    ids: findings.map(({ id }) => id),
    of: (id: string) => findings.find((own) => own.id === id)?.places ?? {},
  };
}

describe('a log as people have it', () => {
  it.each(Object.entries(fieldLogs))('%s', async (name, expected) => {
    const log = await readField(name);
    if ('kind' in log) throw new Error(JSON.stringify(log));
    const { ids, of } = shown(log);
    expect(log.shape.depth).toBe(expected.layers);
    expect(log.faultCount).toBe(0);
    for (const id of expected.ids ?? []) expect(ids).toContain(id);
    for (const id of expected.not ?? []) expect(ids).not.toContain(id);
    if (expected.steps !== undefined) expect(log.steps).toBe(expected.steps);
    if (expected.names) expect(log.names).toEqual(expected.names);
    if (expected.nonFinite !== undefined)
      expect(log.nonFinite?.step ?? null).toBe(expected.nonFinite);
    if (expected.called) expect(log.called).toMatchObject(expected.called);
    if (expected.sureness) expect(log.chain.sureness).toBe(expected.sureness);
    if (expected.runs) expect(log.runs).toEqual(expected.runs);
    expected.check?.(log, of);
  });

  it('a run of several is read when it is chosen', async () => {
    const name = 'wandb-panel-two-runs-per-layer.csv';
    const file = new File([readFileSync(`${folder}/${name}`)], name);
    const log = await readLog([file], { run: 'bad-lion-2' });
    if ('kind' in log) throw new Error(log.kind);
    expect(shown(log).ids).toContain('exploding');
  });

  it('more layers than are shown: the limit is named', async () => {
    expect(await readField('too-many-layers-moe.csv')).toMatchObject({
      ...{ kind: 'tooManyLayers', found: 2050, limit: 2000 },
    });
  });
});

it.each(formats)('the sample of $id is read by it', async ({ id, sample }) => {
  const { head } = await openSource(new File([sample.content as BlobPart], sample.name));
  expect(formats.find((own) => own.looks(head))?.id).toBe(id);
  expect((await logOf(sample.content, sample.name)).steps).toBeGreaterThan(0);
});

it.each([
  ['val/loss', 'validationLoss'],
  ['eval_loss', 'validationLoss'],
  ['lr-AdamW', 'learningRate'],
  ['loss_scale', 'lossScale'],
  ['optim/clipping_rate', 'other'],
  ['grad_norm_exp_avg/fc1.weight', 'other'],
  ['grad_param_ratio/fc1.weight', 'other'],
  ['gradients/fc1.weight.max', 'other'],
  ['train/grad_norm', 'gradient'],
  ['gnorm', 'gradient'],
  ['grad_norm/layers.0.attn.weight', 'parameter'],
  ['gradient_checkpointing', 'other'],
  ['gradient_accumulation_steps', 'other'],
  ['grad_clip', 'clipLimit'],
])('%s is of kind %s', (name, kind) => {
  expect(meaningOf(name).kind).toBe(kind);
});
