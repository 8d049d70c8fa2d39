import { expect, it } from 'vitest';
import { historyOf, logOf, tryLog } from '../support/logs';

it('a log of too much says how much it has, and how much may be', async () => {
  const rows = (layer: (row: number) => string | number) =>
    Array.from({ length: 2001 }, (_, row) => `0,${layer(row)},1`).join('\n');
  const tooMany = { kind: 'tooManyLayers', found: 2001, limit: 2000 };
  expect(await tryLog('step,layer,gradW\n0,2001,1\n')).toMatchObject(tooMany);
  expect(await tryLog(`step,name,grad_norm\n${rows((row) => `l${row}.weight`)}\n`)).toMatchObject(
    tooMany,
  );
  expect((await logOf('step,layer,gradW\n0,2000,1\n')).shape.depth).toBe(2000);
  const sparse = Array.from({ length: 30_000 }, (_, step) => `${step},${step % 2000},1`).join('\n');
  expect(await tryLog(`step,layer,gradW\n${sparse}\n`)).toMatchObject({
    ...{ kind: 'tooManyValues', steps: 30_000, limit: 5e7 },
  });
});

it('a norm below 0 and a step beyond whole numbers are faults with their place, and the rest is read', async () => {
  const log = await logOf('step,layer,gradH,weight\n0,1,-2,3\n1,1,-inf,3\n1e300,1,2,3\n2,1,2,3\n');
  expect(log.faults).toEqual([
    { kind: 'negative', file: 'log.csv', text: '-2', line: 2, column: 3 },
    { kind: 'negative', file: 'log.csv', text: '-inf', line: 3, column: 3 },
    { kind: 'badStep', file: 'log.csv', text: '1e300', line: 4, column: 1 },
  ]);
  const history = historyOf(log);
  const norms = (['gradH', 'weight'] as const).map((measure) =>
    [0, 1, 2].map((index) => history.layerAt(index, measure, 1)),
  );
  expect(norms).toEqual([
    [-1, -1, 2],
    [3, 3, 3],
  ]);
});
