import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHistory, type History } from '../../src/history/history';
import { absent } from '../../src/history/measures';
import { emptyRecord, layerColumn, recordShape, stepColumn } from '../../src/history/record';
import { labelEvents } from '../../src/ui/charts/events/eventLabels';
import { cellsAt } from '../../src/ui/charts/heatMap/cells';
import { cellTable } from '../../src/ui/charts/heatMap/cellTable';
import {
  type Columns,
  type GatheredColumns,
  gatherColumns,
} from '../../src/ui/charts/heatMap/columns';
import { layOut, mostColumnsFor } from '../../src/ui/charts/heatMap/layout';

const quantity = 'gradW';

function append(history: History, step: number, norms: readonly number[]) {
  const { shape } = history;
  const record = emptyRecord(shape);
  record[stepColumn(shape, 'step')] = step;
  for (const [index, norm] of norms.entries()) {
    record[layerColumn(shape, quantity, index + 1)] = norm;
  }
  history.append(record);
}

/** A history of two layers: what is given over an output layer of norm 1. */
function historyOf(values: readonly number[], limit?: number): History {
  const history = createHistory(recordShape(2), limit);
  for (const [step, value] of values.entries()) append(history, step, [value, 1]);
  return history;
}

function updated(history: History, most: number, before?: GatheredColumns): GatheredColumns {
  return gatherColumns(history, quantity, most, before ?? null);
}

const firstLayer = (columns: Columns) =>
  Array.from({ length: columns.count }, (_, column) => columns.at(column)[0]?.norm);

const steadyBut = (length: number, at: number, value: number) =>
  Array.from({ length }, (_, step) => (step === at ? value : 1.5));

describe('columns of a heat map', () => {
  it('are steps while there is room, and keep every value', () => {
    const columns = updated(historyOf([1, 2, 3]), 3);
    expect([columns.size, columns.count]).toEqual([1, 3]);
    expect(firstLayer(columns)).toEqual([1, 2, 3]);
    expect(columns.at(1)[0]).toMatchObject({ step: 1, norm: 2, reference: 1 });
  });

  it('compare activations with the input: an exploding signal is hot at the output, up to the layer that is lost', () => {
    const shape = recordShape(4);
    const record = emptyRecord(shape).fill(Number.NaN);
    record[stepColumn(shape, 'step')] = 0;
    [1, 1e3, 1e6, Infinity].forEach((rms, layer) => {
      record[layerColumn(shape, 'actRms', layer)] = rms;
    });
    const history = createHistory(shape);
    history.append(record);
    const cells = cellsAt(history, 0, 'actRms');
    expect(cells.map(({ reference }) => reference)).toEqual([1, 1, 1, 1]);
    expect(cells.map(({ place }) => place)).toEqual([1 / 3, 2 / 3, 1, null]);
  });

  it.each([
    ['a spike', 1e7],
    ['a vanished value', 1e-7],
    ['zero', 0],
    ['∞', Infinity],
    ['NaN', NaN],
  ])('keep %s among a thousand steps, with its step', (_, value) => {
    const columns = updated(historyOf(steadyBut(1000, 613, value)), 40);
    expect(columns.size).toBe(32);
    expect(columns.at(Math.floor(613 / 32))[0]).toMatchObject({ step: 613, norm: value });
    expect(firstLayer(columns).filter((norm) => Object.is(norm, value))).toHaveLength(1);
  });

  it('prefer what is not finite, then what is furthest from 1, also past the end of the scale', () => {
    expect(firstLayer(updated(historyOf([1e-12, 1e30]), 1))).toEqual([1e30]);
    expect(firstLayer(updated(historyOf([1e30, 1e-31]), 1))).toEqual([1e-31]);
    expect(firstLayer(updated(historyOf([0, 1e300, NaN, Infinity]), 1))).toEqual([NaN]);
    expect(firstLayer(updated(historyOf([absent, 1]), 1))).toEqual([1]);
    expect(firstLayer(updated(historyOf([absent, absent]), 1))).toEqual([absent]);
  });

  it('are the same however the history came in', () => {
    const value = fc.oneof(
      fc.double({ min: -12, max: 12, noNaN: true }).map((power) => 10 ** power),
      fc.constantFrom(0, absent, Infinity, NaN),
    );
    const values = fc.array(value, { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(
        values,
        fc.array(fc.nat(12)),
        fc.integer({ min: 1, max: 20 }),
        (all, cuts, most) => {
          const history = createHistory(recordShape(2));
          let columns: GatheredColumns | undefined;
          const pauses = new Set(cuts.map((cut) => cut * 6));
          for (const [step, norm] of all.entries()) {
            append(history, step, [norm, 1]);
            if (pauses.has(step)) columns = updated(history, most, columns);
          }
          const last = updated(history, most, columns);
          expect(last.count).toBeLessThanOrEqual(most);
          expect(firstLayer(last)).toEqual(firstLayer(updated(historyOf(all), most)));
        },
      ),
    );
  });

  it('measure the newest record again when it was, and forget what it was before', () => {
    const history = historyOf([1, 1, 1, 1e9]);
    const first = updated(history, 2);
    expect(firstLayer(first)).toEqual([1, 1e9]);
    append(history, 3, [2, 1]);
    const second = updated(history, 2, first);
    expect(firstLayer(second)).toEqual([1, 2]);
    append(history, 4, [3, 1]);
    expect(firstLayer(updated(history, 2, second))).toEqual([2, 3]);
    expect(firstLayer(first)).toEqual([1, 1e9]);
  });

  it('keep a spike that the history has thinned since, and leave no gap where it was thinned', () => {
    const shape = recordShape(2);
    const history = createHistory(shape, 20 * emptyRecord(shape).byteLength);
    append(history, 0, [2, 1]);
    let columns = updated(history, 100);
    for (let step = 1; step < 200; step++) {
      append(history, step, [step === 5 ? 1e9 : 2, 1]);
      columns = updated(history, 100, columns);
    }
    expect(history.thinned).toBe(true);
    expect(columns.at(Math.floor(5 / columns.size))[0]?.norm).toBe(1e9);
    expect(firstLayer(updated(history, 100)).every((norm) => norm === 2)).toBe(true);
  });

  it('begin anew when there is room for more of them', () => {
    const history = historyOf([1, 2, 3, 4]);
    expect(firstLayer(updated(history, 4, updated(history, 2)))).toEqual([1, 2, 3, 4]);
  });

  it('read each of 10,000 records of 100 layers about once, however often they are drawn', () => {
    const shape = recordShape(100);
    const history = createHistory(shape, 1e9);
    const norms = Array.from({ length: 100 }, (_, layer) => 10 ** (layer / 20));
    let reads = 0;
    const counted: History = {
      ...history,
      get length() {
        return history.length;
      },
      layerAt(...place) {
        reads++;
        return history.layerAt(...place);
      },
    };
    let columns: GatheredColumns | undefined;
    const start = performance.now();
    for (let step = 0; step < 10_000; step++) {
      append(history, step, norms);
      if (step % 33 === 0) columns = updated(counted, 340, columns);
    }
    expect(updated(counted, 340, columns).count).toBeLessThanOrEqual(340);
    expect(reads).toBeLessThan(1.1 * 101 * 10_000);
    console.log(`10,000 steps of 100 layers: ${(performance.now() - start).toFixed(0)} ms`);
  });

  it('of another history or quantity begin anew', () => {
    const before = updated(historyOf([1, 2]), 2);
    expect(firstLayer(updated(historyOf([3, 4]), 2, before))).toEqual([3, 4]);
    const { history } = before;
    const other = gatherColumns(history, 'gradH', 2, before);
    expect(other.at(0)).toEqual(gatherColumns(history, 'gradH', 2).at(0));
  });
});

describe('table of a heat map', () => {
  it('holds every layer, at steps from the first to the last and at the one viewed', () => {
    const history = createHistory(recordShape(100));
    const norms = Array.from({ length: 100 }, (_, layer) => layer + 1);
    for (let step = 0; step < 1000; step++) append(history, step, norms);
    const table = cellTable(
      history,
      quantity,
      613,
      (layer) => `layer ${layer}`,
      (text, places) => text.en.replace('{step}', String(places?.step)),
    );
    expect(table.rows).toHaveLength(100);
    expect(table.rows[41]).toEqual(['layer 42', ...new Array(9).fill('42')]);
    expect(table.columns).toContain('Step 613');
    expect([table.columns[1], table.columns.at(-1)]).toEqual(['Step 0', 'Step 999']);
  });
});

describe('layout of a heat map', () => {
  const size = { width: 770, height: 130 };

  it('finds the cell whose middle is pointed at', () => {
    const columns = updated(historyOf(steadyBut(500, 0, 1)), mostColumnsFor(size.width));
    const { placeAt, boxOf, plot } = layOut(size, columns, 20);
    for (const place of [
      { column: 0, layer: 1 },
      { column: columns.count - 1, layer: 20 },
      { column: 7, layer: 13 },
    ]) {
      const { x, y, width, height } = boxOf(place);
      expect(placeAt(x + width / 2, y + height / 2)).toEqual(place);
    }
    expect(placeAt(plot.x - 1, plot.y + 1)).toBeNull();
    expect(placeAt(plot.x + 1, plot.y + plot.height + 1)).toBeNull();
  });

  it('gives one column a sensible width and many of them all there is', () => {
    const width = (steps: number) =>
      layOut(size, updated(historyOf(steadyBut(steps, 0, 1)), 350), 2).plot.width;
    expect(width(1)).toBe(350);
    expect(width(4)).toBe(700);
    expect(width(1000)).toBe(700);
  });

  it('numbers events at their lines, inside the axis, and joins what would overlap: none is lost', () => {
    const marked = (...steps: number[]) =>
      labelEvents(
        steps.map((step, index) => ({ step, number: index + 1, label: 'Gain → 1' })),
        (step) => step,
        400,
      ).map(({ text }) => text);
    expect(marked(10, 100, 300)).toEqual(['1', '2', '3']);
    expect(marked(10, 12, 300, 395, 399)).toEqual(['1–2', '3', '4–5']);
    expect(marked(100, 110, 111, 112)).toEqual(['1–4']);
    const last = labelEvents([{ step: 400, number: 12, label: '' }], (step) => step, 400);
    expect(last[0]?.to).toBe(400);
  });
});
