import type { MapColors } from './colors';
import type { MapLayout } from './layout';
import { type CellLook, cellLooks, drawLook } from './looks';
import type { Picture } from './picture';

/** Draws what stands around the cells: both axes, the colors and the keys of the looks that occur. */
export function drawFrame(
  context: CanvasRenderingContext2D,
  layout: MapLayout,
  picture: Picture,
  colors: MapColors,
  looks: readonly CellLook[],
): void {
  context.font = `11px ${getComputedStyle(document.body).fontFamily}`;
  drawAxes(context, layout, picture, colors);
  drawColors(context, layout, picture, colors);
  drawKeys(context, layout, picture, colors, looks);
}

function drawAxes(
  context: CanvasRenderingContext2D,
  { plot, xTicks, yTicks }: MapLayout,
  { names }: Picture,
  colors: MapColors,
): void {
  const bottom = plot.y + plot.height;
  context.fillStyle = colors.quiet;
  context.strokeStyle = colors.quiet;
  context.lineWidth = 1;
  context.beginPath();
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const { at, label } of xTicks) {
    context.moveTo(at, bottom + 1);
    context.lineTo(at, bottom + 5);
    context.fillText(label, at, bottom + 8);
  }
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const { at, label } of yTicks) {
    context.moveTo(plot.x - 5, at);
    context.lineTo(plot.x - 1, at);
    context.fillText(label, plot.x - 9, at);
  }
  context.stroke();
  context.fillStyle = colors.ink;
  context.textBaseline = 'top';
  context.fillText(`${names.x} →`, plot.x + plot.width, bottom + 24);
  context.textAlign = 'left';
  context.textBaseline = 'bottom';
  context.fillText(`↑ ${names.y}`, plot.x, plot.y - 6);
}

function drawColors(
  context: CanvasRenderingContext2D,
  { bar }: MapLayout,
  { names, scale }: Picture,
  { ramp, ink, quiet }: MapColors,
): void {
  context.fillStyle = ink;
  context.textAlign = 'left';
  context.textBaseline = 'bottom';
  context.fillText(names.measure, bar.x, bar.y - 5);
  ramp.forEach((color, index) => {
    const from = bar.x + Math.floor((index * bar.width) / ramp.length);
    const to = bar.x + Math.floor(((index + 1) * bar.width) / ramp.length);
    context.fillStyle = color;
    context.fillRect(from, bar.y, to - from, bar.height);
  });
  context.fillStyle = quiet;
  context.textBaseline = 'top';
  for (const { place, label } of scale.ticks) {
    context.textAlign = place < 0.04 ? 'left' : place > 0.96 ? 'right' : 'center';
    context.fillText(label, bar.x + place * bar.width, bar.y + bar.height + 5);
  }
}

const swatch = { width: 22, height: 12, gap: 6, between: 18, line: 20 } as const;

function drawKeys(
  context: CanvasRenderingContext2D,
  { bar, isNarrow, width, plot }: MapLayout,
  { names }: Picture,
  colors: MapColors,
  looks: readonly CellLook[],
): void {
  const left = isNarrow ? plot.x : bar.x + bar.width + 28;
  let x = left;
  let y = isNarrow ? bar.y + bar.height + 26 : bar.y;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const look of cellLooks.filter((candidate) => looks.includes(candidate))) {
    const name = names.looks[look];
    const needed = swatch.width + swatch.gap + context.measureText(name).width;
    if (x > left && x + needed > width) {
      x = left;
      y += swatch.line;
    }
    const box = { x, y, width: swatch.width, height: swatch.height };
    drawLook(context, look, [box], colors);
    context.strokeStyle = colors.quiet;
    context.lineWidth = 1;
    context.strokeRect(x - 0.5, y - 0.5, box.width + 1, box.height + 1);
    context.fillStyle = colors.ink;
    context.fillText(name, x + swatch.width + swatch.gap, y + swatch.height / 2 + 1);
    x += needed + swatch.between;
  }
}
