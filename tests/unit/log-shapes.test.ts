import { expect, it } from 'vitest';
import { logOf } from '../support/logs';

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

/** Lines and files as tools write them: a name, a text, and the steps, the last step and the series it holds. */
const shapes: readonly (readonly [string, string, number, number, readonly string[]])[] = [
  [
    'trainer.log',
    lines(
      20,
      (i) => `{'loss': 2.5, 'grad_norm': 1.${i}, 'learning_rate': 1e-05, 'epoch': ${i / 50}}\n`,
    ),
    ...([20, 19, ['loss', 'gradNorm', 'learningRate']] as const),
  ],
  [
    'titan.txt',
    lines(
      20,
      (i) =>
        `\u001b[36m[rank0]:2025-05-01 10:00:00,123 - root - INFO - \u001b[31mstep: ${i + 1}  \u001b[32mloss:  8.5  grad_norm:  1.2  memory: 40.11GiB(42.1%)  tps: 4,321\u001b[0m\n`,
    ),
    ...([20, 20, ['loss', 'gradNorm']] as const),
  ],
  [
    'llm.txt',
    lines(
      20,
      (i) =>
        `step    ${i}/19560 | loss 11.0${i} (+nanz)| norm 15.36 (+nanz)| lr 2.57e-07 | 3000.1 ms | 50.1% bf16 MFU\n`,
    ),
    ...([20, 19, ['loss', 'gradNorm', 'learningRate']] as const),
  ],
  [
    'engine.log',
    lines(
      40,
      (i) =>
        `2023/05/01 10:00:00 - mmengine - INFO - Epoch(train)  [${Math.floor(i / 10) + 1}][${50 * (1 + (i % 10))}/500]  lr: 1.0e-02  eta: 1:00:00  grad_norm: 2.${i}  loss: 1.5\n`,
    ),
    ...([40, 2000, ['loss', 'gradNorm', 'learningRate']] as const),
  ],
  [
    'keras.txt',
    lines(
      10,
      (i) =>
        `Epoch ${i + 1}/10\n1875/1875 [=====] - 3s 2ms/step - loss: 0.${i + 1} - accuracy: 0.9 - val_loss: 0.5\n`,
    ),
    ...([10, 1884, ['loss', 'validationLoss']] as const),
  ],
  [
    'nested.txt',
    lines(
      20,
      (i) =>
        `2025-05-01 10:00:00\tINFO\t[step=${i * 10}/1000,epoch=1]\n    optim/total grad norm=1.${i}\n    train/CE loss=4.5\n`,
    ),
    ...([20, 190, ['gradNorm', 'loss']] as const),
  ],
  [
    'history.json',
    '{"loss":[2,1.5,1.2],"val_loss":[2.1,1.6,1.4],"lr":[0.1,0.1,0.1]}',
    3,
    2,
    ['loss', 'validationLoss', 'learningRate'],
  ],
  [
    'frame.json',
    '{"loss":{"0":3,"1":2,"2":1},"grad_norm":{"0":1,"1":1,"2":2}}',
    3,
    2,
    ['loss', 'gradNorm'],
  ],
  ['keyed.json', '{"0":{"loss":3},"10":{"loss":2}}', 2, 10, ['loss']],
  [
    'pretty.json',
    lines(5, (i) => `{\n  "step": ${i},\n  "grad_norm": 1.5\n}\n`),
    5,
    4,
    ['gradNorm'],
  ],
  [
    'metric.json',
    `[${lines(3, (i) => `${i ? ',' : ''}{"metricName":"train_grad_norm","metricValue":"1.5","step":${i}}`)}]`,
    3,
    2,
    ['gradNorm'],
  ],
  [
    'run/grad_norm.csv',
    `step,timestamp,value\n${lines(5, (i) => `${i},17,1.${i}\n`)}`,
    5,
    4,
    ['gradNorm'],
  ],
  [
    'excel.csv',
    `sep=;\r\nstep;loss;grad_norm\r\n${lines(5, (i) => `${i};2,5;1,${i}\r\n`)}`,
    5,
    4,
    ['loss', 'gradNorm'],
  ],
  [
    'columns.txt',
    `step loss grad_norm\n${lines(5, (i) => `   ${i}   2.5   1.${i}\n`)}`,
    5,
    4,
    ['loss', 'gradNorm'],
  ],
];

it.each(shapes)('%s', async (name, text, steps, last, kinds) => {
  const log = await logOf(text, name.split('/').at(-1));
  expect([log.steps, log.faultCount]).toEqual([steps, 0]);
  const width = log.rows.length / steps;
  expect(log.rows[(steps - 1) * width]).toBe(last);
  expect(Object.keys(log.called)).toEqual(expect.arrayContaining([...kinds]));
});

it('UTF-16 is read', async () => {
  const text = `\uFEFFstep\tgrad_norm\r\n${lines(5, (i) => `${i}\t1.${i}\r\n`)}`;
  const codes = Uint16Array.from(text, (letter) => letter.charCodeAt(0));
  expect((await logOf(new Uint8Array(codes.buffer), 'log.txt')).steps).toBe(5);
});

it('a training that is logged again from its beginning is a run of its own, one that went on is not', async () => {
  const rows = (from: number, to: number, norm: number) =>
    lines(to - from, (i) => `${from + i},2.5,${norm}\n`);
  const again = await logOf(`step,loss,grad_norm\n${rows(0, 20, 1)}${rows(0, 20, 9)}`);
  expect(again.runs).toEqual(['1', '2']);
  const resumed = await logOf(`step,loss,grad_norm\n${rows(0, 20, 1)}${rows(15, 40, 2)}`);
  expect([resumed.runs, resumed.steps]).toEqual([[''], 40]);
});

it('event files with numbers as tensors, as TensorFlow 2 writes them, and with histograms', async () => {
  const bytes = (text: string) => [...new TextEncoder().encode(text)];
  const field = (number: number, content: readonly number[]) => [
    (number << 3) | 2,
    content.length,
    ...content,
  ];
  const float = (value: number) => [...new Uint8Array(Float32Array.of(value).buffer)];
  const tensor = (value: number) => [0x08, 1, ...field(2, []), ...field(4, float(value))];
  const event = (step: number, value: readonly number[]) => {
    const message = [0x09, 0, 0, 0, 0, 0, 0, 0, 0, 0x10, step, ...field(5, field(1, value))];
    return [message.length, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...message, 0, 0, 0, 0];
  };
  const file = Uint8Array.from([
    ...event(1, [...field(1, bytes('grad_norm')), ...field(8, tensor(2.5))]),
    ...event(2, [...field(1, bytes('grad_norm')), ...field(8, tensor(Number.NaN))]),
    ...event(2, [...field(1, bytes('weights')), ...field(5, [0x09, 0, 0, 0, 0, 0, 0, 0, 0])]),
  ]);
  const log = await logOf(file, 'events.out.tfevents.1700000000.host');
  expect([log.steps, log.nonFinite?.step]).toEqual([2, 2]);
  expect(log.findings.map(({ id }) => id)).toContain('histograms');
});
