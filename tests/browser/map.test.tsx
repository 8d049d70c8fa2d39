import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { experimentOf } from '../../src/experiment/legality';
import type { StabilityMap } from '../../src/state/studies/maps';
import { note, unknownCells } from '../../src/study/map/cells';
import type { MapPlan } from '../../src/study/map/plan';
import { layOutMap } from '../../src/ui/study/map/layout';
import { MapPlot } from '../../src/ui/study/map/MapPlot';
import '../../src/ui/charts/card/charts.css';
import '../../src/ui/theme.css';
import '../../src/ui/study/map/map.css';

const size = { width: 640, height: 420 };
const plan: MapPlan = {
  experiment: experimentOf({ width: 8 }).experiment,
  x: { key: 'depth', from: 3, to: 7, count: 5, scale: 'linear' },
  y: { key: 'gain', from: 0.5, to: 2, count: 3, scale: 'log' },
  measure: 'growth',
  steps: 10,
};

let root: Root;
let complaints: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  complaints = vi.spyOn(console, 'error');
  document.documentElement.dataset.theme = 'light';
  const host = document.createElement('main');
  document.body.append(host);
  root = createRoot(host);
});
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  expect(complaints).not.toHaveBeenCalled();
  complaints.mockRestore();
});

/** A map of 5 × 3 cells: growth 2 and 0.5 in the first row's ends, then one of each other look. */
function example(measure: MapPlan['measure'] = 'growth'): StabilityMap {
  const own = { ...plan, measure };
  const cells = unknownCells(own);
  note(cells, 0, 'known', 2);
  note(cells, 4, 'known', 0.5);
  note(cells, 5, 'known', Number.NaN);
  note(cells, 6, 'lost');
  note(cells, 7, 'impossible');
  note(cells, 8, 'known', Infinity);
  return { id: 'one', begunAt: 0, plan: own, cells, boundary: [], state: 'done' };
}

async function show(map: StabilityMap) {
  root.render(<MapPlot size={size} map={map} summary={undefined} />);
  await vi.waitFor(() => expect(canvas().width).toBeGreaterThan(300));
}

function canvas(): HTMLCanvasElement {
  const found = document.querySelector('canvas');
  if (!found) throw new Error('no canvas');
  return found;
}

/** The colors of a cell, as text: how many there are says whether it is plain. */
function colorsOf(index: number): ReadonlySet<string> {
  const box = layOutMap(size, plan).boxOf({ column: index % 5, row: Math.floor(index / 5) });
  const [x = 0, y = 0, width = 0, height = 0] = [
    box.x + 3,
    box.y + 3,
    box.width - 6,
    box.height - 6,
  ].map((length) => Math.round(length * devicePixelRatio));
  const data = canvas().getContext('2d')?.getImageData(x, y, width, height).data ?? [];
  const pixels = new Uint32Array(Uint8ClampedArray.from(data).buffer);
  return new Set([...pixels].map((pixel) => pixel.toString(16)));
}
const only = (index: number) => [...colorsOf(index)].join(' ');

it('draws each kind of cell in a look of its own, and blocks until they are refined', async () => {
  await show(example());
  expect(colorsOf(0).size).toBe(1);
  expect(only(1)).toBe(only(0));
  expect(only(3)).toBe(only(0));
  expect(only(4)).not.toBe(only(0));
  expect(only(4)).not.toBe('ffffffff');
  for (const striped of [5, 6, 7, 8]) expect(colorsOf(striped).size).toBeGreaterThan(1);
  const ink = (index: number) => [...colorsOf(index)].length;
  expect(new Set([5, 6, 7].map((index) => `${ink(index)} ${only(index)}`)).size).toBe(3);
});

it('tells what stays finite to the end from what does not', async () => {
  await show(example('nonFiniteStep'));
  expect(colorsOf(8).size).toBe(1);
  expect(only(8)).not.toBe(only(0));
  expect(only(8)).not.toBe('ffffffff');
});

it('follows the theme', async () => {
  await show(example());
  const before = only(4);
  document.documentElement.dataset.theme = 'dark';
  await vi.waitFor(() => expect(only(4)).not.toBe(before));
});

it('is read with the keys from the first cell on, and says why a cell cannot be', async () => {
  const map = example();
  await show(map);
  const button = document.querySelector('button');
  const said = () => document.querySelector('[role=status]')?.textContent ?? '';
  button?.focus();
  await userEvent.keyboard('{ArrowRight}');
  await vi.waitFor(() => expect(said()).toContain('Growth per layer×2.00'));
  await userEvent.keyboard('{End}');
  await vi.waitFor(() => expect(said()).toContain('Growth per layer×0.50'));
  await userEvent.keyboard('{Home}{ArrowUp}');
  await vi.waitFor(() => expect(said()).toContain('not finite'));
  await userEvent.keyboard('{ArrowRight}');
  await vi.waitFor(() => expect(said()).toContain('lost'));
  await userEvent.keyboard('{ArrowRight}');
  await vi.waitFor(() => expect(said()).toContain('not possible'));
  await userEvent.keyboard('{ArrowUp}');
  await vi.waitFor(() => expect(said()).toContain('not known yet'));
  await userEvent.keyboard('{Escape}');
  await vi.waitFor(() => expect(said()).toBe(''));
});
