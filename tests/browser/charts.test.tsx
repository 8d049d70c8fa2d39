import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { experimentOf } from '../../src/experiment/legality';
import { createHistory, type History } from '../../src/history/history';
import { absent, layerMeasures, stepMeasures } from '../../src/history/measures';
import { emptyRecord, layerColumn, recordShape, stepColumn } from '../../src/history/record';
import { app, type Quantity, quantities } from '../../src/state/store/app';
import { recordedAs } from '../../src/state/store/run';
import { AccuracyChart, EveryLayer, LossChart, NormByLayer } from '../../src/ui/charts';
import '../../src/ui/theme.css';
import { measuredRun, recordingOf } from '../support/runs';

const NormsOverTime = () => <EveryLayer first="lines" />;

/** What a history may hold, by step and layer. */
type Fill = (step: number, layer: number) => number;

const plain: Fill = (step, layer) => 10 ** (3 - layer / 10 + Math.sin(step / 9));
const wild: readonly number[] = [0, 1e-42, 1e308, Infinity, Number.NaN, absent, 3, 1e-9];
const mixed: Fill = (step, layer) => wild[(3 * step + layer) % wild.length] ?? 0;

function historyOf(depth: number, steps: number, fill: Fill): History {
  const shape = recordShape(depth);
  const history = createHistory(shape);
  for (let step = 0; step < steps; step++) {
    const record = emptyRecord(shape);
    for (const measure of stepMeasures) record[stepColumn(shape, measure)] = fill(step, 1);
    record[stepColumn(shape, 'accuracy')] = (step % 10) / 10;
    record[stepColumn(shape, 'step')] = step;
    for (const measure of layerMeasures) {
      for (let layer = 0; layer <= depth; layer++) {
        record[layerColumn(shape, measure, layer)] = fill(step, layer);
      }
    }
    history.append(record);
  }
  return history;
}

function show(depth: number, history: History, quantity: Quantity = 'gradH') {
  const { experiment } = experimentOf({ depth });
  const change = { key: 'learningRate' as const, from: 0.1, to: 0.01 };
  const events = history.length > 2 ? [{ step: 1, changes: [change] }] : [];
  const run = measuredRun(recordingOf(experiment, history, { events }));
  app.setState({ experiment, quantity, run });
}

let root: Root;
let complaints: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  complaints = vi.spyOn(console, 'error');
  const host = document.createElement('div');
  host.style.cssText = 'display: grid; grid-auto-rows: 260px; width: 900px';
  document.body.append(host);
  root = createRoot(host);
});
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  expect(complaints).not.toHaveBeenCalled();
  complaints.mockRestore();
});

const charts = { NormByLayer, NormsOverTime, LossChart, AccuracyChart };
const drawn = () => document.querySelectorAll('.chart-stroke, .chart-dot, .chart-non-finite');

/** Waits for the chart's turn to draw, which frames of a busy machine delay. */
const untilDrawn = () =>
  vi.waitFor(() => expect(drawn().length).toBeGreaterThan(0), { timeout: 10_000 });

/** Every drawn path must be made of numbers, or it silently vanishes. */
function brokenPaths(): readonly string[] {
  const paths = [...document.querySelectorAll('svg path')].map(
    (path) => path.getAttribute('d') ?? '',
  );
  return paths.filter((path) => /NaN|Infinity/.test(path));
}

describe.each(Object.entries(charts))('%s', (name, Chart) => {
  it.each([1, 2, 3, 20, 100])('draws a run of a network of depth %i', async (depth) => {
    show(depth, historyOf(depth, 60, plain));
    root.render(<Chart />);
    await untilDrawn();
    expect(brokenPaths()).toEqual([]);
  });

  it.each(quantities)(
    'shows what is left of %s among 0, ∞, NaN and what was not measured',
    async (quantity) => {
      show(12, historyOf(12, 40, mixed), quantity);
      root.render(<Chart />);
      await untilDrawn();
      expect(brokenPaths()).toEqual([]);
    },
  );

  it('shows step 0 alone', async () => {
    show(5, historyOf(5, 1, plain));
    root.render(<Chart />);
    await vi.waitFor(() => expect(document.querySelector('svg')).not.toBeNull());
    expect(brokenPaths()).toEqual([]);
  });

  it('moves its read-out with the arrow keys', async () => {
    show(6, historyOf(6, 30, plain));
    root.render(<Chart />);
    await vi.waitFor(() => expect(document.querySelector('.recharts-surface')).not.toBeNull());
    document.querySelector<SVGElement>('.recharts-surface')?.focus();
    const title = () => document.querySelector('.chart-readout strong')?.textContent ?? '';
    await vi.waitFor(() => expect(title()).toBeTruthy());
    const first = title();
    await userEvent.keyboard('{ArrowRight}');
    await vi.waitFor(() => expect(title()).not.toBe(first));
    await userEvent.keyboard('{ArrowLeft}');
    await vi.waitFor(() => expect(title()).toBe(first));
  });

  it('cuts off no label of an axis, however large the numbers', async () => {
    show(
      5,
      historyOf(5, 3, () => 2.4e26),
    );
    root.render(<Chart />);
    const labelsOf = () => [...document.querySelectorAll('.recharts-yAxis-tick-labels text')];
    await vi.waitFor(() => expect(labelsOf().length).toBeGreaterThan(0));
    const left = document.querySelector('.chart-body')?.getBoundingClientRect().left ?? 0;
    for (const label of labelsOf()) {
      expect(label.getBoundingClientRect().left, label.textContent).toBeGreaterThanOrEqual(left);
    }
  });

  it('says in words and in a table what it draws', async () => {
    show(6, historyOf(6, 30, plain));
    root.render(<Chart />);
    await vi.waitFor(() => expect(document.querySelector('figcaption')?.textContent).toBeTruthy());
    document.querySelector<HTMLElement>('.chart-table summary')?.click();
    await vi.waitFor(() => {
      expect(document.querySelectorAll('table tr').length, name).toBeGreaterThan(1);
    });
  });
});

it('numbers every change on the axis of steps, and lists them all', async () => {
  show(6, historyOf(6, 30, plain));
  const change = (to: number) => [{ key: 'learningRate' as const, from: 0.1, to }];
  const events = [3, 4, 5, 20, 25].map((step) => ({ step, changes: change(step / 100) }));
  app.setState(({ run }) => ({ run: recordedAs(run, (recording) => ({ ...recording, events })) }));
  root.render(<NormsOverTime />);
  const marks = () =>
    [...document.querySelectorAll('.chart-event > text')].map(({ textContent }) => textContent);
  await vi.waitFor(() => expect(marks()).toEqual(['1', '2', '3', '4', '5']));
  const keys = [...document.querySelectorAll('.event-key')].map(({ textContent }) => textContent);
  expect(keys[0]).toMatch(/^1–2 /);
  expect(keys.slice(1).map((key) => key?.[0])).toEqual(['3', '4', '5']);
  const summaries = [...document.querySelectorAll<HTMLElement>('.chart-table summary')];
  summaries.find(({ textContent }) => /Changes|改动/.test(textContent ?? ''))?.click();
  await vi.waitFor(() => expect(document.querySelectorAll('table tr')).toHaveLength(6));
});

it('a redraw of 100 layers takes', async () => {
  show(100, historyOf(100, 2000, plain));
  const start = performance.now();
  root.render(Object.values(charts).map((Chart) => <Chart key={Chart.name} />));
  await vi.waitFor(() => expect(drawn().length).toBeGreaterThan(10));
  console.log(`first drawing of all charts: ${(performance.now() - start).toFixed(0)} ms`);
});
