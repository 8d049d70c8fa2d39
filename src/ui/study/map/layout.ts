import { formatTick } from '../../../i18n/numbers';
import type { MapAxis } from '../../../study/map/axis';
import { gridOf, type MapSetup } from '../../../study/map/plan';
import { roundStride } from '../../charts/axes/linearAxis';
import type { Box } from '../../charts/heatMap/layout';
import type { Size } from '../../charts/plot/useSize';

/** A cell by its column and row; row 0 is at the bottom. */
export interface MapPlace {
  readonly column: number;
  readonly row: number;
}

/** A labeled position along an axis, in CSS pixels. */
export interface AxisTick {
  readonly at: number;
  readonly label: string;
}

/** Where everything of a map stands, in CSS pixels. */
export interface MapLayout extends Size {
  /** The cells. */
  readonly plot: Box;
  readonly columns: number;
  readonly rows: number;
  readonly xTicks: readonly AxisTick[];
  readonly yTicks: readonly AxisTick[];
  /** The bar of colors; its ticks are below it, the keys beside it or, where it is narrow, below. */
  readonly bar: Box;
  readonly isNarrow: boolean;
  /** The middle of a position in cells. */
  x(position: number): number;
  y(position: number): number;
  boxOf(place: MapPlace): Box;
  placeAt(x: number, y: number): MapPlace | null;
}

const margin = { top: 24, right: 14, left: 52 } as const;

/** What the labels on the left need beside them, and for each character, in CSS pixels. */
const label = { beside: 12, character: 7 } as const;

/** Room below the cells: ticks and name of the axis, then the colors with their name and ticks. */
const below = { axis: 44, legend: 54, keys: 44 } as const;

/** Up to this width the keys stand below the colors. */
const narrow = 560;

/** Least distance of two ticks. */
const room = { x: 64, y: 34 } as const;

/** Lays out a map in a box. */
export function layOutMap({ width, height }: Size, setup: MapSetup): MapLayout {
  const { xs, ys } = gridOf(setup);
  const isNarrow = width < narrow;
  const legend = below.legend + (isNarrow ? below.keys : 0);
  const plotHeight = Math.max(1, height - margin.top - below.axis - legend);
  const yTicks = ticksOf(setup.y, ys, plotHeight / room.y);
  const longest = Math.max(...yTicks.map((tick) => tick.label.length));
  const left = Math.max(margin.left, label.beside + longest * label.character);
  const plot = {
    x: left,
    y: margin.top,
    width: Math.max(1, width - left - margin.right),
    height: plotHeight,
  };
  const [columns, rows] = [xs.length, ys.length];
  const bottom = plot.y + plot.height;
  const leftOf = (column: number) => plot.x + Math.round((column * plot.width) / columns);
  const top = (row: number) => bottom - Math.round(((row + 1) * plot.height) / rows);
  const x = (position: number) => plot.x + ((position + 0.5) * plot.width) / columns;
  const y = (position: number) => bottom - ((position + 0.5) * plot.height) / rows;
  return {
    ...{ width, height, plot, columns, rows, isNarrow, x, y },
    xTicks: ticksOf(setup.x, xs, plot.width / room.x).map((tick) => ({ ...tick, at: x(tick.at) })),
    yTicks: yTicks.map((tick) => ({ ...tick, at: y(tick.at) })),
    bar: { x: plot.x, y: bottom + below.axis + 20, width: Math.min(300, plot.width), height: 12 },
    boxOf: ({ column, row }) => ({
      x: leftOf(column),
      y: top(row),
      width: leftOf(column + 1) - leftOf(column),
      height: top(row - 1) - top(row),
    }),
    placeAt(pointX, pointY) {
      const column = Math.floor(((pointX - plot.x) / plot.width) * columns);
      const row = Math.floor(((bottom - pointY) / plot.height) * rows);
      const isInside = column >= 0 && column < columns && row >= 0 && row < rows;
      return isInside ? { column, row } : null;
    },
  };
}

/** Round values within an axis, at most about `most` of them, by their position in cells. */
function ticksOf({ scale }: MapAxis, values: readonly number[], most: number): readonly AxisTick[] {
  const [low = 0, high = 0] = [values[0], values.at(-1)];
  const isLog = scale === 'log' && low > 0;
  const decades = isLog ? roundInDecades(low, high, most) : [];
  const round = decades.length > 1 ? decades : evenly(low, high, most);
  const chosen = round.length > 1 ? round : [...new Set([low, high])];
  return chosen.map((value) => ({
    at: positionOf(value, values, isLog),
    label: formatTick(Number(value.toPrecision(6))),
  }));
}

/** Mantissas of ticks on a logarithmic axis, the most first. */
const mantissas = [[1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]] as const;

function roundInDecades(low: number, high: number, most: number): readonly number[] {
  const first = Math.floor(Math.log10(low));
  const count = Math.ceil(Math.log10(high)) - first + 1;
  const inside = (digits: readonly number[], stride: number) =>
    Array.from({ length: count }, (_, index) => index)
      .filter((index) => index % stride === 0)
      .flatMap((index) => digits.map((digit) => Number(`${digit}e${first + index}`)))
      .filter((value) => value >= low && value <= high);
  const options = [
    ...mantissas.map((digits) => inside(digits, 1)),
    ...[2, 3, 5].map((stride) => inside([1], stride)),
  ];
  return options.find(({ length }) => length <= Math.max(2, most)) ?? [];
}

function evenly(low: number, high: number, most: number): readonly number[] {
  const least = (high - low) / Math.max(1, most - 1);
  if (!(least > 0)) return [];
  const stride = roundStride(least);
  if (!(stride > 0)) return [];
  const first = Math.ceil(low / stride - 1e-9);
  const count = Math.floor(high / stride + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * stride);
}

/** Where a value stands among ascending values, in positions between them. */
function positionOf(value: number, values: readonly number[], isLog: boolean): number {
  const after = values.findIndex((candidate) => candidate >= value);
  if (after <= 0) return after === 0 ? 0 : values.length - 1;
  const scale = isLog ? Math.log : Number;
  const [from = 0, to = 1] = values.slice(after - 1).map(scale);
  return after - 1 + (scale(value) - from) / (to - from);
}
