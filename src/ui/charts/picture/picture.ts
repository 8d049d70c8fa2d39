import { amplificationColor, fullScale } from '../colors/amplification';
import { resolveColors } from '../colors/palette';
import { copyOf, imageOf, make, type Rectangle, shapeOf } from './pictureParts';
import { type Paragraph, piecesOf, set, wordsOf } from './pictureText';

/** Pixels of a PNG per CSS pixel. */
const density = 2;

const margin = 16;

/** The scale of the colors, in CSS pixels, and the shades that it is drawn with. */
const scale = { width: 180, height: 8, shades: 60, room: 30 } as const;

/** A card as a picture of its own: title, what it says above the plot, the plot, and a link. */
export interface Picture {
  readonly svg: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** What a picture says beside what its card does. */
export interface PictureWords {
  readonly title: string;
  /** The step that is shown. */
  readonly step: string;
  /** Where it comes from. */
  readonly link: string;
}

/** Draws a card as an SVG with its title, step, notes, keys, plots, the scale of a heat map's colors, and a link. */
export function pictureOf(card: HTMLElement, { title, step, link }: PictureWords): Picture {
  const body = card.querySelector<HTMLElement>('.chart-body, [data-picture]');
  if (!body) throw new Error('The card has no plot.');
  const style = getComputedStyle(card);
  const ink = { fontFamily: style.fontFamily, color: style.color };
  const place = body.getBoundingClientRect();
  const bodyHeight = Math.max(place.height, body.scrollHeight);
  const width = Math.max(360, place.width + 2 * margin);
  const said = (selector: string): readonly Paragraph[] =>
    [...card.querySelectorAll(selector)].map((found) => ({ pieces: piecesOf(found), size: 12 }));
  const column = { x: margin, width: width - 2 * margin };
  const head = set(
    [
      { pieces: wordsOf(title), size: 16, weight: 600 },
      { pieces: wordsOf(step), size: 12 },
      ...said('.chart-header small, .chart-note, .chart-legend'),
    ],
    { ...column, y: margin },
    ink,
  );
  const top = margin + head.height + 4;
  const hasScale = body.querySelector('.heat-map') !== null;
  const below = top + bodyHeight + 8;
  const foot = set(
    [{ pieces: wordsOf(link), size: 10 }],
    { ...column, y: below + (hasScale ? scale.room : 0) },
    ink,
  );
  const height = below + (hasScale ? scale.room : 0) + foot.height + margin;
  const viewBox = `0 0 ${width} ${height}`;
  const picture = make('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox });
  picture.append(
    make('rect', { width, height, fill: groundOf(card) }),
    ...head.parts,
    ...plotsOf(body, { x: margin - place.left, y: top - place.top }),
    ...(hasScale ? scaleAt(margin, below, ink) : []),
    ...foot.parts,
  );
  return { svg: new XMLSerializer().serializeToString(picture), width, height };
}

/** Draws a picture into pixels. */
export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(width * density, height * density);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The first ground behind an element that is not transparent. */
function groundOf(element: Element | null): string {
  if (!element) return 'white';
  const { backgroundColor } = getComputedStyle(element);
  const isClear = backgroundColor === 'transparent' || /, 0\)$/.test(backgroundColor);
  return isClear ? groundOf(element.parentElement) : backgroundColor;
}

/** The drawings, pixels, headings and cells of a card's body, where they lie on the page. */
function plotsOf(body: HTMLElement, shift: { readonly x: number; readonly y: number }) {
  const found = body.querySelectorAll('svg, canvas, h3, p, caption, th, td');
  return [...found].flatMap((part): readonly SVGElement[] => {
    if (part.parentElement?.closest('svg')) return [];
    const { left, top, width, height } = part.getBoundingClientRect();
    const at = { x: left + shift.x, y: top + shift.y, width, height };
    if (part instanceof HTMLCanvasElement) return [imageOf(part, at)];
    if (part instanceof SVGSVGElement) return [copyOf(part, at)];
    return part instanceof HTMLElement ? textIn(part, at) : [];
  });
}

/** An HTML element with its text, on its ground. */
function textIn(element: HTMLElement, at: Rectangle): readonly SVGElement[] {
  const style = getComputedStyle(element);
  const size = Number.parseFloat(style.fontSize);
  const inset = Number.parseFloat(style.paddingLeft) || 0;
  const words = {
    pieces: wordsOf(element.textContent ?? ''),
    size,
    weight: Number(style.fontWeight),
  };
  const place = { x: at.x + inset, y: at.y + inset / 2, width: Math.max(size, at.width - inset) };
  return [shapeOf(element, at), ...set([words], place, style).parts];
}

/** The scale of a heat map's colors: how many times the reference. */
function scaleAt(x: number, y: number, ink: Parameters<typeof set>[2]): readonly SVGElement[] {
  const { width, height, shades } = scale;
  const places = Array.from({ length: shades }, (_, index) => (2 * index) / (shades - 1) - 1);
  const wide = width / shades;
  const cells = resolveColors(places.map(amplificationColor)).map((fill, index) =>
    make('rect', { x: x + index * wide, y, width: wide + 0.5, height, fill }),
  );
  const marks = [`≤ ×1e−${fullScale}`, '×1', `≥ ×1e${fullScale}`];
  const labels = marks.map((mark, index) => {
    const anchor = (['start', 'middle', 'end'] as const)[index] ?? 'middle';
    const label = make('text', {
      ...{ x: x + (index * width) / 2, y: y + height + 11, 'text-anchor': anchor },
      ...{ 'font-size': 10, 'font-family': ink.fontFamily, fill: ink.color },
    });
    label.textContent = mark;
    return label;
  });
  return [...cells, ...labels];
}
