import { absent } from '../../../history/measures';
import type { Palette } from '../colors/palette';
import type { Cell } from './cells';
import type { Columns } from './columns';

/** Width of the hatching's tile in CSS pixels: stripes as far apart as in the other charts. */
const tileWidth = 7;

const transparent = 0;

/** One pixel per cell, from which the canvas on screen is scaled up. */
const raster = document.createElement('canvas');

/**
 * Paints all cells over a whole canvas: the hatching first, then the cells as one small image scaled up
 * without smoothing, in which what is not finite is transparent.
 */
export function paint(canvas: HTMLCanvasElement, columns: Columns, palette: Palette): void {
  const context = canvas.getContext('2d');
  const image = imageOf(columns, palette);
  if (!context || !image) return;
  const { width, height } = canvas;
  context.fillStyle = hatching(context, palette) ?? palette.hatch[0];
  context.fillRect(0, 0, width, height);
  context.imageSmoothingEnabled = false;
  context.drawImage(image, 0, 0, width, height);
}

function imageOf(columns: Columns, palette: Palette): HTMLCanvasElement | undefined {
  const width = columns.count;
  const height = columns.at(0).length;
  raster.width = width;
  raster.height = height;
  const context = raster.getContext('2d', { willReadFrequently: true });
  if (!context || height === 0) return undefined;
  const image = context.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let x = 0; x < width; x++) {
    let pixel = x;
    for (const cell of columns.at(x)) {
      pixels[pixel] = pixelOf(cell, palette);
      pixel += width;
    }
  }
  context.putImageData(image, 0, 0);
  return raster;
}

function pixelOf({ norm, place }: Cell, palette: Palette): number {
  if (norm === absent) return palette.blank;
  return Number.isFinite(norm) ? palette.color(place) : transparent;
}

function hatching(context: CanvasRenderingContext2D, { hatch: [ground, line] }: Palette) {
  const tile = document.createElement('canvas');
  const width = Math.round(tileWidth * devicePixelRatio);
  tile.width = width;
  tile.height = width;
  const pen = tile.getContext('2d');
  if (!pen) return null;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, width, width);
  pen.strokeStyle = line;
  pen.lineWidth = 2 * devicePixelRatio;
  pen.beginPath();
  for (const start of [-width, 0, width]) {
    pen.moveTo(start - width, 2 * width);
    pen.lineTo(start + 2 * width, -width);
  }
  pen.stroke();
  return context.createPattern(tile, 'repeat');
}
