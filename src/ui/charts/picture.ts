const namespace = 'http://www.w3.org/2000/svg';

/** What of an element's style a picture keeps: the page's style sheets do not go with it. */
const kept = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'visibility',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
] as const;

/** Pixels of a PNG per CSS pixel. */
const density = 2;

const margin = 16;

interface Line {
  readonly text: string;
  readonly size: number;
  readonly weight?: number;
}

/** A chart card as a picture of its own: title, what it says above the plot, the plot, and a link. */
export interface Picture {
  readonly svg: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Draws a card as an SVG with its title, its note and the link that shows it. */
export function pictureOf(card: HTMLElement, link: string): Picture {
  const body = card.querySelector<HTMLElement>('.chart-body');
  if (!body) throw new Error('The card has no plot.');
  const style = getComputedStyle(card);
  const place = body.getBoundingClientRect();
  const width = Math.max(360, place.width + 2 * margin);
  const said = (selector: string) =>
    [...card.querySelectorAll(selector)].map((found) => found.textContent?.trim() ?? '').join('  ');
  const head = [
    ...wrapped({ text: said('.chart-header h2'), size: 16, weight: 600 }, width),
    ...wrapped({ text: said('.chart-header small'), size: 12 }, width),
    ...wrapped({ text: said('.chart-note'), size: 12 }, width),
  ];
  const foot = wrapped({ text: link, size: 10 }, width);
  const top = margin + heightOf(head);
  const height = top + place.height + 8 + heightOf(foot) + margin;
  const picture = document.createElementNS(namespace, 'svg');
  set(picture, { xmlns: namespace, width, height, viewBox: `0 0 ${width} ${height}` });
  const ground = document.createElementNS(namespace, 'rect');
  set(ground, { width, height, fill: style.backgroundColor });
  picture.append(ground, ...write(head, margin, style));
  for (const part of body.querySelectorAll<SVGSVGElement | HTMLCanvasElement>('svg, canvas')) {
    if (part.parentElement?.closest('svg')) continue;
    const own = part.getBoundingClientRect();
    const at = {
      x: margin + own.left - place.left,
      y: top + own.top - place.top,
      width: own.width,
      height: own.height,
    };
    picture.append(part instanceof HTMLCanvasElement ? imageOf(part, at) : copyOf(part, at));
  }
  picture.append(...write(foot, top + place.height + 8, style));
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

type Place = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;

function imageOf(canvas: HTMLCanvasElement, place: Place): SVGElement {
  const image = document.createElementNS(namespace, 'image');
  set(image, { ...place, href: canvas.toDataURL(), preserveAspectRatio: 'none' });
  image.style.imageRendering = 'pixelated';
  return image;
}

/** A copy of a drawing that looks the same without the page's style sheets. */
function copyOf(drawing: SVGSVGElement, place: Place): SVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  originals.forEach((original, index) => {
    const style = getComputedStyle(original);
    const own = copies[index];
    own?.removeAttribute('class');
    own?.removeAttribute('style');
    for (const property of kept) own?.setAttribute(property, style.getPropertyValue(property));
  });
  set(copy, place);
  return copy;
}

/** Breaks a text into lines that fit, at spaces where there are any. */
function wrapped({ text, ...look }: Line, width: number): readonly Line[] {
  const most = Math.max(20, Math.floor((width - 2 * margin) / (look.size * 0.56)));
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const pieces = word.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [];
    for (const piece of pieces) {
      const last = lines.at(-1);
      const longer = `${last} ${piece}`;
      if (last !== undefined && longer.length <= most) lines[lines.length - 1] = longer;
      else lines.push(piece);
    }
  }
  return lines.map((line) => ({ ...look, text: line }));
}

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { size }) => sum + 1.4 * size, 0);
}

function write(lines: readonly Line[], top: number, style: CSSStyleDeclaration): SVGElement[] {
  let y = top;
  return lines.map(({ text, size, weight = 400 }) => {
    y += 1.4 * size;
    const line = document.createElementNS(namespace, 'text');
    set(line, {
      x: margin,
      y: y - 0.35 * size,
      'font-size': size,
      'font-weight': weight,
      'font-family': style.fontFamily,
      fill: style.color,
    });
    line.textContent = text;
    return line;
  });
}

function set(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
