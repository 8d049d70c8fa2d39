import { beforeEach, describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../src/base/base64';
import { defaultExperiment } from '../../src/experiment/schema';
import { createHistory, type History } from '../../src/history/history';
import { emptyRecord, recordShape, stepColumn } from '../../src/history/record';
import { openDropped } from '../../src/state/files/dropped';
import { fileLimit, readRunJson, runJson, takeRunFile } from '../../src/state/saved/file';
import { runNow } from '../../src/state/saved/pins';
import { app } from '../../src/state/store/app';
import type { KeptRun } from '../../src/state/store/kept';
import { measuredRun, recordingOf } from '../support/runs';

function historyOf(depth: number, steps: number): History {
  const shape = recordShape(depth);
  const history = createHistory(shape);
  const row = emptyRecord(shape);
  for (let step = 0; step < steps; step++) {
    for (let column = 0; column < row.length; column++) row[column] = 1 / (step + column + 3);
    row[1] = [Number.NaN, Infinity, 5e-324][step % 3] ?? 0;
    row[stepColumn(shape, 'step')] = step;
    history.append(row);
  }
  return history;
}

function runOf(history: History): KeptRun {
  const began = { ...defaultExperiment, depth: history.shape.depth };
  app.setState({ run: measuredRun(recordingOf(began, history)) });
  const run = runNow('run');
  if (!run) throw new Error('no run');
  return run;
}

const fileOf = (text: string, name = 'run.json') => new File([text], name);

beforeEach(() => app.setState({ baselines: [], shelf: [], problems: [] }));

describe('the file of a run', () => {
  it('holds every one of several thousand steps at depth 100, to the last bit', {
    tags: ['deep'],
  }, () => {
    const history = historyOf(100, 3000);
    const text = runJson(runOf(history), 'wasm');
    expect(text.length).toBeLessThan(fileLimit);
    const { parts, thinned } = JSON.parse(text).history;
    expect([thinned, parts.length]).toEqual([false, 1]);
    const [whole] = history.data().parts;
    const bytes = fromBase64(parts[0].rows);
    const wanted = new Uint8Array(whole?.rows.buffer ?? new ArrayBuffer(0));
    expect(Buffer.compare(bytes ?? Buffer.of(), wanted)).toBe(0);
    const found = readRunJson(text);
    if ('kind' in found) throw new Error(found.kind);
    expect(found.recorded).toBe(3000);
    expect(found.run.history.at(found.run.history.length - 1, 'step')).toBe(2999);
  });

  it('comes back as it is where it is small, from numbers one by one too', () => {
    const history = historyOf(3, 20);
    const text = runJson(runOf(history), null);
    const found = readRunJson(text);
    if ('kind' in found) throw new Error(found.kind);
    expect(found.run.history.data()).toEqual(history.data());
    const value = JSON.parse(text);
    const [part] = history.data().parts;
    value.history.parts[0].rows = Array.from(part?.rows ?? [], (one) =>
      Number.isFinite(one) ? one : String(one),
    );
    const earlier = readRunJson(JSON.stringify(value));
    if ('kind' in earlier) throw new Error(earlier.kind);
    expect(earlier.run.history.data()).toEqual(history.data());
  });

  it('is pinned, shelved or refused, and what became of it is said', async () => {
    const text = runJson(runOf(historyOf(3, 5)), null);
    for (let count = 0; count < 4; count++) {
      expect(await takeRunFile(fileOf(text))).toEqual([{ kind: 'readDone', name: 'run' }]);
    }
    expect(await takeRunFile(fileOf(text))).toEqual([{ kind: 'readShelved', name: 'run' }]);
    expect(await takeRunFile(fileOf(text.slice(0, 40)))).toMatchObject([
      { kind: 'notJson', line: 1 },
    ]);
    expect(await takeRunFile(fileOf('{}'))).toEqual([{ kind: 'notARun' }]);
    const large = Object.defineProperty(fileOf(text), 'size', { value: fileLimit + 1 });
    expect(await takeRunFile(large)).toEqual([{ kind: 'fileTooLarge', limit: 86 }]);
    const long = runJson(runOf(historyOf(100, 500)), null);
    const [, thinned] = await takeRunFile(fileOf(long));
    expect(thinned).toMatchObject({ kind: 'readThinned', recorded: 500 });
    expect(app.getState().baselines).toHaveLength(4);
    expect(app.getState().shelf).toHaveLength(2);
  });

  it('edited, is adjusted or refused by what was edited; the page stays as it is', async () => {
    const text = runJson(runOf(historyOf(3, 5)), null);
    const edited = (edit: (value: ReturnType<typeof JSON.parse>) => void) => {
      const value = JSON.parse(text);
      edit(value);
      return takeRunFile(fileOf(JSON.stringify(value)));
    };
    const before = app.getState();
    expect(await edited((file) => Object.assign(file.experiment, { depth: 'abc' }))).toEqual([
      { kind: 'badPart', part: 'experiment.depth' },
    ]);
    expect(await edited((file) => Object.assign(file, { format: 'other' }))).toEqual([
      { kind: 'notARun' },
    ]);
    const steps = [0, 1, Number.NaN, 3, 4];
    const { parts } = historyOf(3, 5).data();
    const [part] = parts;
    const rows = part?.rows.slice() ?? new Float64Array();
    steps.forEach((step, index) => {
      rows[(index * rows.length) / steps.length] = step;
    });
    const numbers = Array.from(rows, (value) => (Number.isFinite(value) ? value : String(value)));
    expect(await edited((file) => Object.assign(file.history.parts[0], { rows: numbers }))).toEqual(
      [{ kind: 'badValue', record: 3, measure: 'step', value: 'NaN' }],
    );
    expect(app.getState()).toBe(before);
    expect(
      await edited((file) => Object.assign(file.experiment, { width: 1e9, optimizer: 'nope' })),
    ).toEqual([
      { kind: 'readDone', name: 'run' },
      { kind: 'readAdjusted', settings: 'width, optimizer' },
    ]);
    expect(app.getState().experiment).toBe(before.experiment);
    expect(app.getState().baselines[0]?.experiment).toEqual({
      ...defaultExperiment,
      ...{ depth: 3, width: 256 },
    });
  });

  it('says the same on the page where it is dropped', async () => {
    const text = runJson(runOf(historyOf(3, 5)), null);
    await openDropped(Array.from({ length: 5 }, (_, index) => fileOf(text, `${index}.json`)));
    expect(app.getState().problems).toEqual([
      { file: '4.json', problem: { kind: 'readShelved', name: 'run' } },
    ]);
    await openDropped([fileOf('{"format":"chain-reaction run",\n "page": }')]);
    expect(app.getState().problems).toMatchObject([
      { file: 'run.json', problem: { kind: 'notJson', line: 2, column: 10 } },
    ]);
  });

  it('says of a folder that is dropped that it could not be read, and takes what lies beside it', async () => {
    const folder = new File([], 'folder');
    folder.slice = () => Object.assign(new Blob(), { text: () => Promise.reject(new Error()) });
    await openDropped([folder, fileOf(runJson(runOf(historyOf(3, 5)), null))]);
    expect(app.getState().problems).toEqual([
      { file: 'folder', problem: { kind: 'unreadableFile' } },
    ]);
    expect(app.getState().baselines).toHaveLength(1);
  });
});

it('base64 is that of everyone, and anything else is refused', () => {
  for (const length of [0, 1, 2, 3, 24_575, 24_576, 60_000]) {
    const bytes = Uint8Array.from({ length }, (_, index) => index * 7);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  }
  expect(fromBase64('?')).toBeNull();
});
