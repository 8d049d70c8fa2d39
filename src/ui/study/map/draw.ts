import { type MapCells, stateOf } from '../../../study/map/cells';
import { standIn } from '../../../study/map/order';
import type { MapPlan } from '../../../study/map/plan';
import type { Box } from '../../charts/heatMap/layout';
import type { MapColors } from './colors';
import { drawFrame } from './frame';
import type { MapLayout } from './layout';
import { type CellLook, drawLook } from './looks';
import type { Picture } from './picture';

/** Draws a whole map, colors and axes included, in CSS pixels. */
export function drawMap(
  context: CanvasRenderingContext2D,
  layout: MapLayout,
  picture: Picture,
  colors: MapColors,
): void {
  const { width, height, plot } = layout;
  context.fillStyle = colors.ground;
  context.fillRect(0, 0, width, height);
  const looks = drawCells(context, layout, picture, colors);
  context.strokeStyle = colors.line;
  context.lineWidth = 1;
  context.strokeRect(plot.x - 0.5, plot.y - 0.5, plot.width + 1, plot.height + 1);
  drawFrame(context, layout, picture, colors, looks);
  drawBoundary(context, layout, picture, colors);
}

/** Draws the cells and returns the looks that occur beside those of the scale. */
function drawCells(
  context: CanvasRenderingContext2D,
  { columns, rows, boxOf }: MapLayout,
  { plan, cells, scale }: Picture,
  colors: MapColors,
): readonly CellLook[] {
  const boxes = new Map<CellLook, Box[]>();
  const isKnown = (index: number) => stateOf(cells, index) === 'known';
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const box = boxOf({ column, row });
      const shown = standIn(column, row, columns, isKnown);
      const look = lookOf(plan, cells, row * columns + column, shown);
      if (look === 'scale') {
        const place = scale.place(cells.values[shown] ?? 0);
        context.fillStyle = colors.ramp[Math.round(place * (colors.ramp.length - 1))] ?? '';
        context.fillRect(box.x, box.y, box.width, box.height);
      } else if (look !== 'waiting') {
        const own = boxes.get(look) ?? [];
        own.push(box);
        boxes.set(look, own);
      }
    }
  }
  for (const [look, own] of boxes) drawLook(context, look, own, colors);
  return [...boxes.keys()];
}

function lookOf(
  { measure }: MapPlan,
  cells: MapCells,
  index: number,
  shown: number,
): CellLook | 'scale' | 'waiting' {
  const state = stateOf(cells, index);
  if (state === 'lost' || state === 'impossible') return state;
  if (shown < 0) return 'waiting';
  const value = cells.values[shown];
  if (measure === 'nonFiniteStep' && value === Infinity) return 'finite';
  return Number.isFinite(value) ? 'scale' : 'notFinite';
}

function drawBoundary(
  context: CanvasRenderingContext2D,
  layout: MapLayout,
  { boundary, names }: Picture,
  colors: MapColors,
): void {
  const ends = boundary.flatMap(({ x1, y1, x2, y2 }) => [
    { x: layout.x(x1), y: layout.y(y1) },
    { x: layout.x(x2), y: layout.y(y2) },
  ]);
  if (ends.length === 0) return;
  const line = new Path2D();
  ends.forEach(({ x, y }, index) => {
    if (index % 2 === 0) line.moveTo(x, y);
    else line.lineTo(x, y);
  });
  context.lineCap = 'round';
  for (const [style, width] of [
    [colors.ground, 5],
    [colors.ink, 2],
  ] as const) {
    context.strokeStyle = style;
    context.lineWidth = width;
    context.stroke(line);
  }
  labelBoundary(context, layout.plot, ends, names.boundary, colors);
}

/** Writes over the end on the right, or beside the top of a line that ends before. */
function labelBoundary(
  context: CanvasRenderingContext2D,
  plot: Box,
  ends: readonly { readonly x: number; readonly y: number }[],
  name: string,
  colors: MapColors,
): void {
  const end = ends.reduce((last, next) => {
    const isFarther = next.x > last.x + 0.5 || (next.x > last.x - 0.5 && next.y < last.y);
    return isFarther ? next : last;
  });
  const width = context.measureText(name).width;
  const isBeside = end.x + width + 16 < plot.x + plot.width;
  const isAbove = end.y - plot.y > 24;
  const x = isBeside ? end.x + 8 : Math.max(end.x, plot.x + width + 4);
  const y = isBeside ? Math.max(end.y, plot.y + 12) : end.y + (isAbove ? -6 : 6);
  context.textAlign = isBeside ? 'left' : 'right';
  context.textBaseline = isBeside ? 'middle' : isAbove ? 'bottom' : 'top';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = colors.ground;
  context.fillStyle = colors.ink;
  context.strokeText(name, x, y);
  context.fillText(name, x, y);
}
