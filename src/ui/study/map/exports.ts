import { addressLines, drawText } from './caption';
import type { MapColors } from './colors';
import { drawMap } from './draw';
import { layOutMap } from './layout';
import type { Picture } from './picture';

/** Size of an exported picture in CSS pixels, and the pixels for each of them. */
const picture = { width: 960, height: 640, ratio: 2, margin: 24, title: 34, line: 15 } as const;

/** A map as a PNG with its title, axes, colors and the link that opens it. */
export async function mapPng(
  drawn: Picture,
  colors: MapColors,
  title: string,
  link: string,
): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no pictures.');
  const { width, height, ratio, margin, line } = picture;
  const font = getComputedStyle(document.body).fontFamily;
  context.font = `11px ${font}`;
  const lines = addressLines(link, width - 2 * margin, (text) => context.measureText(text).width);
  const whole = margin + picture.title + height + line * lines.length + margin;
  canvas.width = width * ratio;
  canvas.height = whole * ratio;
  context.scale(ratio, ratio);
  context.fillStyle = colors.ground;
  context.fillRect(0, 0, width, whole);
  drawText(context, [title], { x: margin, y: margin, line }, `600 17px ${font}`, colors.ink);
  const below = { x: margin, y: margin + picture.title + height, line };
  drawText(context, lines, below, `11px ${font}`, colors.quiet);
  context.translate(margin / 2, margin + picture.title);
  drawMap(context, layOutMap({ width: width - margin, height }, drawn.plan), drawn, colors);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture.'))), 'image/png');
  });
}
