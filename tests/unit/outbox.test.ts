import { expect, it } from 'vitest';
import { emptyRecord, recordShape } from '../../src/history/record';
import { createOutbox } from '../../src/worker/outbox';

it('has room until a bounded number of bytes waits for a page that acknowledges nothing', () => {
  const shape = recordShape(100, []);
  const record = emptyRecord(shape);
  const posted: number[] = [];
  const outbox = createOutbox(
    { post: (report) => posted.push(report.type === 'records' ? report.rows.byteLength : 0) },
    1,
  );
  let added = 0;
  for (; outbox.ready(); added++) {
    outbox.add(record, shape);
    if (posted.length < 2) outbox.flush();
  }
  expect(posted).toEqual([record.byteLength, record.byteLength]);
  expect((added - 2) * record.byteLength).toBeLessThan(2e6 + record.byteLength);
  outbox.acknowledged();
  expect(outbox.ready()).toBe(true);
});
