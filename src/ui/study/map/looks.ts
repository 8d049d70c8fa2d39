import type { Box } from '../../charts/heatMap/layout';
import type { MapColors } from './colors';

/** How a cell looks that has no place on the scale, in the order of the keys. */
export const cellLooks = ['notFinite', 'finite', 'lost', 'impossible'] as const;

/** One of the looks of a cell without a place on the scale. */
export type CellLook = (typeof cellLooks)[number];

/** Distance of the stripes of what is not finite, as in the other charts. */
const stripe = 7;

/** Distance of the dots of what is not possible. */
const dot = 6;

/** Draws boxes in a look: stripes and dots run through all of them. */
export function drawLook(
  context: CanvasRenderingContext2D,
  look: CellLook,
  boxes: readonly Box[],
  colors: MapColors,
): void {
  const area = new Path2D();
  for (const { x, y, width, height } of boxes) area.rect(x, y, width, height);
  context.save();
  context.fillStyle = look === 'finite' ? colors.finite : colors.ground;
  context.fill(area);
  context.clip(area);
  const whole = around(boxes);
  if (look === 'notFinite') drawStripes(context, whole, colors.quiet);
  if (look === 'impossible') drawDots(context, whole, colors.quiet);
  if (look === 'lost') drawCrosses(context, boxes, colors.ink);
  context.restore();
}

function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    ...{ x, y },
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

function drawStripes(context: CanvasRenderingContext2D, box: Box, color: string): void {
  const { x, y, width, height } = box;
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.beginPath();
  for (let at = x - height; at < x + width; at += stripe) {
    context.moveTo(at, y + height);
    context.lineTo(at + height, y);
  }
  context.stroke();
}

function drawDots(context: CanvasRenderingContext2D, box: Box, color: string): void {
  context.fillStyle = color;
  for (let y = box.y + dot / 2; y < box.y + box.height; y += dot) {
    for (let x = box.x + dot / 2; x < box.x + box.width; x += dot) {
      context.fillRect(x - 0.6, y - 0.6, 1.2, 1.2);
    }
  }
}

function drawCrosses(context: CanvasRenderingContext2D, boxes: readonly Box[], color: string) {
  context.strokeStyle = color;
  context.lineWidth = 1.5;
  context.beginPath();
  for (const { x, y, width, height } of boxes) {
    const reach = Math.min(5, width / 3, height / 3);
    const [middleX, middleY] = [x + width / 2, y + height / 2];
    for (const side of [-1, 1]) {
      context.moveTo(middleX - reach, middleY - side * reach);
      context.lineTo(middleX + reach, middleY + side * reach);
    }
  }
  context.stroke();
}
