import { describe, expect, it } from 'vitest';
import { runCsv } from '../../src/exchange/runCsv';
import { createHistory } from '../../src/history/history';
import { absent } from '../../src/history/measures';
import { emptyRecord, layerColumn, recordShape, stepColumn } from '../../src/history/record';
import { findingsAt } from '../../src/log/diagnose';
import type { Loggable } from '../../src/log/entries';
import { looksLikeLog } from '../../src/log/looks';
import { meaningOf } from '../../src/log/meaning';
import { type ReadLog, readLog } from '../../src/log/read';
import { historyOf, logOf as read, tryLog } from '../support/logs';

function norms(log: ReadLog, measure: Loggable, layer: number): number[] {
  const history = historyOf(log);
  return Array.from({ length: history.length }, (_, at) => history.layerAt(at, measure, layer));
}

const found = (log: ReadLog, index: number) =>
  findingsAt(log, historyOf(log), index).map(({ id }) => id);

describe('formats', () => {
  it('rows of parameters by name: weight and bias are one layer, in the order of the file', async () => {
    const log = await read(
      'step,name,loss,grad_norm,weight_norm\n0,head.weight,2.5,3,1\n0,head.bias,2.5,4,9\n0,body.weight,2.5,1,2\n1,head.weight,inf,nan,1\n',
    );
    expect(log.names).toEqual(['head', 'body']);
    expect(norms(log, 'gradW', 1)).toEqual([3, Number.NaN]);
    expect(norms(log, 'gradB', 1)).toEqual([4, absent]);
    expect(norms(log, 'weight', 1)).toEqual([1, 1]);
    expect(log.nonFinite).toEqual({ step: 1, layer: 1, tensor: 'gradW' });
  });

  it('rows of layers by number, from 0 or from 1, in any order of steps', async () => {
    const log = await read('step,layer,gradW\n1,0,5\n0,1,4\n0,0,3\n1,1,6\n');
    expect(log.shape.depth).toBe(2);
    expect([norms(log, 'gradW', 1), norms(log, 'gradW', 2)]).toEqual([
      [3, 5],
      [4, 6],
    ]);
    expect((await read('step;layer;grad_norm\n0;1;3\n0;2;4\n')).shape.depth).toBe(2);
  });

  it('the CSV of a run of the page, and gives its numbers back', async () => {
    const shape = recordShape(3);
    const history = createHistory(shape);
    for (const step of [0, 5]) {
      const row = emptyRecord(shape);
      row[stepColumn(shape, 'step')] = step;
      row[stepColumn(shape, 'loss')] = 1.5 + step;
      row[stepColumn(shape, 'validationLoss')] = 99;
      row[stepColumn(shape, 'gradNorm')] = 77;
      for (let layer = 0; layer <= 3; layer++) {
        row[layerColumn(shape, 'gradH', layer)] = 2 ** layer / 3;
        if (layer > 0) row[layerColumn(shape, 'gradW', layer)] = step ? Infinity : layer;
      }
      history.append(row);
    }
    const text = runCsv(history);
    expect(text).toMatch(/^([^\r\n]+\r\n)+$/);
    const log = await read(text);
    expect(norms(log, 'gradH', 0)).toEqual([1 / 3, 1 / 3]);
    expect(norms(log, 'gradH', 3)).toEqual([8 / 3, 8 / 3]);
    expect(norms(log, 'gradW', 2)).toEqual([2, Infinity]);
    const again = createHistory(log.shape);
    again.append(log.rows);
    expect([again.at(0, 'loss'), again.at(1, 'loss'), again.at(1, 'step')]).toEqual([1.5, 6.5, 5]);
    expect(log.nonFinite).toEqual({ step: 5, layer: 3, tensor: 'gradW' });
  });

  it('columns of Weights & Biases, by number within names', async () => {
    const header =
      '"Step","sweep - grad_norm/layers.10.weight","sweep - grad_norm/layers.2.weight","sweep - grad_norm/layers.2.weight__MIN","sweep - train/loss"';
    const log = await read(`${header}\n0,1,2,9,0.5\n10,3,,9,0.4\n`);
    expect(log.names).toEqual(['layers.2', 'layers.10']);
    expect(norms(log, 'gradW', 1)).toEqual([2, absent]);
    expect(norms(log, 'gradW', 2)).toEqual([1, 3]);
  });

  it('Lightning’s columns', async () => {
    const log = await read(
      'grad_2.0_norm/fc1.weight,grad_2.0_norm/fc1.bias,grad_2.0_norm_total,step\n3,4,5,0\n',
    );
    expect(log.names).toEqual(['fc1']);
    expect([norms(log, 'gradW', 1), norms(log, 'gradB', 1)]).toEqual([[3], [4]]);
  });

  it('JSON lines and lists, NaN and Infinity as Python writes them', async () => {
    const lines =
      '{"step": 0, "layer": 1, "grad_norm": 2}\n{"step": 1, "layer": 1, "grad_norm": NaN}\n';
    expect(norms(await read(lines), 'gradW', 1)).toEqual([2, Number.NaN]);
    const list =
      '[{"_step": 0, "gradients/a.weight": 1, "loss": -Infinity}, {"_step": 1, "gradients/a.weight": {"_type": "histogram"}}]';
    expect(norms(await read(list), 'gradW', 1)).toEqual([1, absent]);
  });

  it('a parameter logged again at a step as what was logged last, beside its layer’s others', async () => {
    const log = await read(
      'step,name,grad_norm\n0,a.weight,9\n0,a.scale,4\n1,a.weight,6\n0,a.weight,3\n1,a.weight,6\n',
    );
    expect(norms(log, 'gradW', 1)).toEqual([5, 6]);
  });

  it('TensorBoard’s scalars, a file for each tag', async () => {
    const table = (values: readonly number[]) =>
      `Wall time,Step,Value\n${values.map((value, step) => `1.7e9,${step},${value}`).join('\n')}\n`;
    const files = [
      new File([table([1, 2])], 'run-a-tag-grad_norm_fc1.weight.csv'),
      new File([table([3, 4])], 'run-a-tag-grad_norm_fc2.weight.csv'),
      new File([table([0.5, 0.4])], 'run-a-tag-train_loss.csv'),
    ];
    const log = await readLog(files);
    if ('kind' in log) throw new Error(log.kind);
    expect(log.names).toEqual(['fc1', 'fc2']);
    expect(norms(log, 'gradW', 2)).toEqual([3, 4]);
    expect(log.nonFinite).toBeNull();
    expect(log.name).toBe('run-a-tag-grad_norm_fc1.weight.csv + 2');
  });

  it('TensorBoard’s tags are gradients or losses where a word of them says so; the rest is named', async () => {
    const file = (tag: string, value: number) =>
      new File([`Wall time,Step,Value\n1.7e9,0,${value}\n`], `run-.-tag-${tag}.csv`);
    const log = await readLog([
      ...[file('Loss_train', 0.5), file('Loss_val', 7), file('Accuracy_val', 8), file('lr', 9)],
      ...[file('layers.0.weight_grad_norm', 1), file('layers.0.bias_grad_norm', 2)],
      ...[file('gradients_layers.1.weight', 3), file('train_grad_norm', 4), file('fc.weight', 5)],
    ]);
    if ('kind' in log) throw new Error(log.kind);
    expect(log.names).toEqual(['layers.0', 'layers.1']);
    expect([norms(log, 'gradW', 1), norms(log, 'gradB', 1)]).toEqual([[1], [2]]);
    expect(norms(log, 'gradW', 2)).toEqual([3]);
    const history = historyOf(log);
    expect(history.at(0, 'loss')).toBe(0.5);
    expect(log.leftOut).toEqual(['Accuracy_val', 'fc.weight'].map((tag) => `run-.-tag-${tag}.csv`));
  });

  it.each(['loss-train', 'Loss/train', 'train_loss', 'loss', 'train/loss_step'])(
    '%s is the loss of a training',
    (name) => {
      expect(meaningOf(name).kind).toBe('loss');
    },
  );

  it('tell themselves from any other table', async () => {
    expect(await looksLikeLog(new File(['step,layer,gradW\n'], 'a.csv'))).toBe(true);
    expect(await looksLikeLog(new File(['sepal,petal,species\n'], 'a.csv'))).toBe(false);
    expect(await looksLikeLog(new File(['Wall time,Step,Value\n'], 'a.csv'))).toBe(true);
  });
});

describe('what is wrong', () => {
  it('is told by line and column, and the rest is read', async () => {
    const log = await read('step,layer,gradW\n0,1,1\nx,1,2\n1,1,oops\n\n2,1\n3,?,4\n4,1,5\n');
    expect(log.faults.map(({ kind, line, column }) => [kind, line, column])).toEqual([
      ['badStep', 3, 1],
      ['badNumber', 4, 3],
      ['ragged', 6, 3],
    ]);
    expect(log.faultCount).toBe(3);
  });

  it('in JSON too', async () => {
    const log = await read('{"step":0,"layer":1,"gradW":1}\n{"step":1,"layer":}\n7\n', 'a.jsonl');
    expect(log.faults.map(({ kind, line, column }) => [kind, line, column])).toEqual([
      ['notJson', 2, 19],
      ['notAnObject', 3, 1],
    ]);
  });

  it('in JSON by the line and column of the very value, in lines and in a list over lines', async () => {
    const places = ({ faults }: ReadLog) =>
      faults.map(({ kind, line, column }) => [kind, line, column]);
    const lines =
      '{"step":0,"layer":1,"grad_norm":NaN}\n  {"step": 1, "loss": NaN, "layer": 1, "grad_norm": "oops"}\n  7\n{"step": 2, "loss": Infinity, "grad_norm": oops}\n';
    expect(places(await read(lines, 'a.jsonl'))).toEqual([
      ['badNumber', 2, 53],
      ['notAnObject', 3, 3],
      ['notJson', 4, 44],
    ]);
    const list = `[\n  {\n    "step": 0,\n    "layer": 1,\n    "loss": -Infinity, "grad_norm": "oops"\n  },\n  {"step": "x", "layer": 1, "grad_norm": 1},\n  "word"\n, {"step": 3, "layer": 1, "grad_norm": 1}]`;
    expect(places(await read(list, 'a.json'))).toEqual([
      ['badNumber', 5, 37],
      ['badStep', 7, 12],
      ['notAnObject', 8, 3],
    ]);
  });

  it.each([
    ['a,b\n1,2\n', 'notALog'],
    ['', 'notALog'],
    ['step,layer,gradW\n', 'nothingRead'],
    ['step,layer,gradW\nx,y,z\n', 'nothingRead'],
    ['{"a": 1}\n', 'notALog'],
  ])('is a reason: %#', async (text, kind) => {
    expect(await tryLog(text, 'x.csv')).toMatchObject({ kind });
  });
});

describe('what a log shows', () => {
  const grown = (factor: number, steps = 1) =>
    read(
      `step,layer,gradH\n${Array.from({ length: steps * 12 }, (_, row) => {
        const [step, layer] = [Math.floor(row / 12), 12 - (row % 12)];
        return `${step},${layer},${factor ** (12 - layer) * (step === 30 ? 50 : 1)}`;
      }).join('\n')}\n`,
    );

  it('columns as programs name them', async () => {
    const log = await read('step,layer,grad_h,grad_z\n0,1,4,3\n0,2,2,1\n');
    expect([norms(log, 'gradH', 1), norms(log, 'gradZ', 2)]).toEqual([[4], [1]]);
  });

  it('growth per layer, from the last hidden layer to the first', async () => {
    const log = await grown(2);
    const history = historyOf(log);
    const [first] = findingsAt(log, history, 0);
    expect(first?.id).toBe('exploding');
    expect(first?.places.perLayer).toBeCloseTo(2, 12);
    expect(found(await grown(0.5), 0)).toEqual(['vanishing']);
    expect(found(await grown(1), 0)).toEqual(['steady']);
  });

  it('growth of the signal, else of the biases; weights alone are never steady', async () => {
    const rows = (weight: (layer: number) => number, bias?: (layer: number) => number) =>
      Array.from({ length: 12 }, (_, at) =>
        [`0,l${at}.weight,${weight(at)}`, bias && `0,l${at}.bias,${bias(at)}`].join('\n'),
      ).join('\n');
    const log = (text: string) => read(`step,name,grad_norm\n${text}\n`);
    const [flat, grown] = [() => 3, (at: number) => 2 ** (11 - at)];
    expect(found(await log(rows(flat, grown)), 0)).toEqual(['exploding']);
    expect(found(await log(rows(flat)), 0)).toEqual(['weightsOnly']);
    expect(found(await log(rows(grown)), 0)).toEqual(['exploding']);
    expect(found(await log(`${rows(flat)}\n0,l11.bias,1`), 0)).toEqual(['weightsOnly']);
  });

  it('growth up to the last hidden layer, whether its measure is of the output too', async () => {
    const table = (measure: string, last: number) =>
      read(
        `step,layer,${measure},weight\n${Array.from({ length: 9 }, (_, at) => `0,${at + 1},${at < last ? 2 ** (8 - at) : ''},1`).join('\n')}\n`,
      );
    for (const log of [await table('gradH', 8), await table('gradZ', 9)]) {
      const history = historyOf(log);
      const [first] = findingsAt(log, history, 0);
      expect(first?.places).toMatchObject({ from: 8, to: 1, total: 128 });
    }
  });

  it('a spike against the steps before it', async () => {
    const log = await grown(1, 40);
    expect(found(log, 30)).toEqual(['spike']);
    expect(found(log, 29)).toEqual(['steady']);
  });

  it('what is not finite, silent, or stands still', async () => {
    const rows = Array.from({ length: 250 }, (_, step) => `${step},1,1,2\n${step},2,1,0`).join(
      '\n',
    );
    const log = await read(`step,layer,loss,gradW\n${rows}\n250,2,1,nan\n`);
    expect(found(log, 249)).toEqual(['silent', 'flat']);
    expect(found(log, 250)).toContain('nonFinite');
  });
});

it('200 layers in 100,000 rows are read', async () => {
  const rows = Array.from(
    { length: 100_000 },
    (_, row) => `${Math.floor(row / 200)},layers.${row % 200}.weight,0.5,${1 + (row % 7)},1`,
  );
  const began = performance.now();
  const log = await read(`step,name,loss,grad_norm,weight_norm\n${rows.join('\n')}\n`);
  console.log(`200 layers, 100,000 rows: ${(performance.now() - began).toFixed(0)} ms`);
  expect([log.shape.depth, norms(log, 'gradW', 200).length]).toEqual([200, 500]);
});
