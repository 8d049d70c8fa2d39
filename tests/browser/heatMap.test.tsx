import axe from 'axe-core';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { experimentOf } from '../../src/experiment/legality';
import { createHistory, type History } from '../../src/history/history';
import { absent, layerMeasures } from '../../src/history/measures';
import { emptyRecord, layerColumn, recordShape, stepColumn } from '../../src/history/record';
import { app } from '../../src/state/store/app';
import { EveryLayer } from '../../src/ui/charts';
import { gatherColumns } from '../../src/ui/charts/heatMap/columns';
import type { Visit } from '../../src/ui/charts/heatMap/HeatMap';
import { mostColumnsFor } from '../../src/ui/charts/heatMap/layout';
import { paint } from '../../src/ui/charts/heatMap/paint';
import '../../src/ui/theme.css';
import { measuredRun, recordingOf } from '../support/runs';

type Fill = (step: number, layer: number) => number;

function historyOf(depth: number, steps: number, fill: Fill): History {
  const shape = recordShape(depth);
  const history = createHistory(shape);
  for (let step = 0; step < steps; step++) {
    const record = emptyRecord(shape);
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

/** Layer l of D stands D − l decades above the output layer. */
const exploding = (depth: number) => (_: number, layer: number) => 10 ** (depth - layer);

let root: Root;
let revision = 0;
let complaints: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  complaints = vi.spyOn(console, 'error');
  document.documentElement.lang = 'en';
  document.documentElement.dataset.theme = 'light';
  const host = document.createElement('main');
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

function put(history: History) {
  const { experiment } = experimentOf({ depth: history.shape.depth });
  revision++;
  const run = measuredRun(recordingOf(experiment, history, { revision }));
  app.setState({ experiment, quantity: 'gradW', run });
}

async function show(history: History, onVisit?: Visit) {
  put(history);
  root.render(<EveryLayer {...(onVisit && { onVisit })} />);
  await vi.waitFor(() => expect(canvas().width).toBeGreaterThan(0));
}

function find<Kind extends Element>(selector: string, kind: new () => Kind): Kind {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`no ${selector}`);
  return found;
}
const canvas = () => find('.heat-map canvas', HTMLCanvasElement);
const cells = () => find('.heat-map-cells', HTMLElement);
const said = () => find('.heat-map-readout', HTMLElement).innerText.replace(/\s+/g, ' ');

/** The pixels of a cell, as text, of a network of a depth over some steps. */
function pixelsAt(step: number, steps: number, layer: number, depth: number): readonly string[] {
  const { width, height } = canvas();
  const [left, top] = [(step / steps) * width, ((layer - 1) / depth) * height];
  const context = canvas().getContext('2d');
  const data = context?.getImageData(
    Math.ceil(left + 1),
    Math.ceil(top + 1),
    Math.max(1, Math.floor(width / steps) - 2),
    Math.max(1, Math.floor(height / depth) - 2),
  ).data;
  if (!data) throw new Error('no pixels');
  const count = data.length / 4;
  return Array.from({ length: count }, (_, i) => data.slice(4 * i, 4 * i + 4).join(' '));
}
const colorsAt = (...place: Parameters<typeof pixelsAt>) => new Set(pixelsAt(...place));

async function press(keys: string) {
  await userEvent.keyboard(keys);
}

it('colors cells by amplification, from the output layer up', async () => {
  await show(historyOf(10, 20, exploding(10)));
  await vi.waitFor(() => expect(colorsAt(3, 20, 10, 10)).toEqual(new Set(['207 207 200 255'])));
  expect(colorsAt(3, 20, 1, 10)).toEqual(new Set(['120 20 10 255']));
});

it('paints again when the theme changes', async () => {
  await show(historyOf(10, 20, exploding(10)));
  await vi.waitFor(() => expect([...colorsAt(3, 20, 1, 10)]).toEqual(['120 20 10 255']));
  document.documentElement.dataset.theme = 'dark';
  await vi.waitFor(() => expect([...colorsAt(3, 20, 1, 10)]).toEqual(['255 225 160 255']));
});

it('hatches what is not finite and leaves blank what was not measured', async () => {
  const wild = [Infinity, Number.NaN, absent, 1];
  await show(historyOf(4, 8, (_, layer) => wild[layer - 1] ?? 1));
  await vi.waitFor(() => expect(colorsAt(2, 8, 1, 4).size).toBeGreaterThan(1));
  expect(colorsAt(2, 8, 2, 4).size).toBeGreaterThan(1);
  expect([...colorsAt(2, 8, 3, 4)]).toEqual(['255 255 255 255']);
  cells().focus();
  await press('{Home}');
  await vi.waitFor(() => expect(said()).toContain('Layer 1 · Step 0 ‖∂L/∂W‖ ∞'));
  await press('{ArrowDown}');
  await vi.waitFor(() => expect(said()).toContain('‖∂L/∂W‖ NaN'));
  await press('{ArrowDown}');
  await vi.waitFor(() => expect(said()).toContain('‖∂L/∂W‖ not measured'));
});

it('moves its read-out with the keys and visits a cell with Enter', async () => {
  const onVisit = vi.fn<Visit>();
  await show(historyOf(6, 12, exploding(6)), onVisit);
  await press('{Tab}{Tab}');
  await vi.waitFor(() => expect(document.activeElement).toBe(cells()));
  await vi.waitFor(() => expect(said()).toContain('Layer 1 · Step 11'));
  await press('{ArrowLeft}{ArrowDown}');
  await vi.waitFor(() => expect(said()).toContain('Layer 2 · Step 10'));
  expect(said()).toContain('Over output layer ×10000');
  await press('{Home}{ArrowLeft}{ArrowUp}{ArrowUp}');
  await vi.waitFor(() => expect(said()).toContain('Layer 1 · Step 0'));
  await press('{End}');
  await vi.waitFor(() => expect(said()).toContain('Layer 1 · Step 11'));
  await press('{Enter}');
  expect(onVisit).toHaveBeenCalledExactlyOnceWith(11, 1);
  await press('{Escape}');
  await vi.waitFor(() => expect(said()).toBe(''));
});

it('reads the cell under the pointer and visits it with a click', async () => {
  const onVisit = vi.fn<Visit>();
  await show(historyOf(5, 10, exploding(5)), onVisit);
  const map = canvas().getBoundingClientRect();
  const frame = cells().getBoundingClientRect();
  const position = () => ({
    x: map.left - frame.left + map.width * 0.75,
    y: map.top - frame.top + map.height * 0.5,
  });
  await userEvent.hover(cells(), { position: position() });
  await vi.waitFor(() => expect(said()).toContain('Layer 3 · Step 7'));
  await userEvent.click(cells(), { position: position() });
  expect(onVisit).toHaveBeenCalledExactlyOnceWith(7, 3);
  await userEvent.hover(find('.chart-header h2', HTMLElement));
  await vi.waitFor(() => expect(said()).toBe(''));
});

it('keeps a step that is not finite visible among 5,000, and says of which steps it speaks', async () => {
  const history = historyOf(8, 5000, (step) => (step === 40 ? Number.NaN : 1));
  await show(history);
  cells().focus();
  await press('{Home}');
  await vi.waitFor(() => expect(said()).toContain('in steps 0–15'));
  await press('{ArrowRight}{ArrowRight}');
  await vi.waitFor(() => expect(said()).toContain('Step 40 ‖∂L/∂W‖ NaN'));
});

it('follows a run, and shows step 0 alone', async () => {
  await show(historyOf(4, 1, exploding(4)));
  const first = canvas().getBoundingClientRect().width;
  expect(document.querySelector('.chart-note')?.textContent).toContain('Press Run');
  put(historyOf(4, 2, exploding(4)));
  await vi.waitFor(() => expect(canvas().getBoundingClientRect().width).toBeCloseTo(2 * first, 1));
});

it('switches to lines and back without losing the focus', async () => {
  await show(historyOf(4, 30, exploding(4)));
  await press('{Tab}{ArrowRight}');
  await vi.waitFor(() => expect(document.querySelector('.chart-stroke')).not.toBeNull());
  expect(document.querySelector('.heat-map')).toBeNull();
  expect(document.activeElement).toBe(document.querySelector('input:checked'));
  await press('{ArrowLeft}');
  await vi.waitFor(() => expect(document.querySelector('.heat-map canvas')).not.toBeNull());
});

it('is accessible, in words and in a table too', async () => {
  await show(historyOf(6, 30, exploding(6)));
  cells().focus();
  expect((await axe.run(document.querySelector('main') ?? document)).violations).toEqual([]);
  expect(document.querySelector('figcaption')?.textContent).toContain('×1.00×10⁵');
  document.querySelector<HTMLElement>('.chart-table summary')?.click();
  await vi.waitFor(() => expect(document.querySelectorAll('table tr')).toHaveLength(7));
});

it('a redraw of 100 layers over 6,000 steps takes', async () => {
  const fill: Fill = (step, layer) => 10 ** (Math.sin(step / 99) + layer / 20);
  const history = historyOf(100, 6000, fill);
  await show(history);
  const most = mostColumnsFor(870);
  let columns = gatherColumns(history, 'gradW', most);
  const palette = {
    color: (place: number | null) => place ?? 0,
    blank: 0,
    hatch: ['#fff', '#000'],
  } as const;
  const start = performance.now();
  for (let drawing = 0; drawing < 20; drawing++) {
    columns = gatherColumns(history, 'gradW', most, columns);
    paint(canvas(), columns, palette);
  }
  canvas().getContext('2d')?.getImageData(0, 0, 1, 1);
  console.log(`one redraw of the heat map: ${((performance.now() - start) / 20).toFixed(1)} ms`);
});
