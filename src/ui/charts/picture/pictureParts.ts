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

/** Where a part of a picture lies, in CSS pixels. */
export type Rectangle = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;

type Attributes = Readonly<Record<string, string | number>>;

/** Makes an element of a picture. */
export function make(name: string, attributes: Attributes): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** The pixels of a canvas as a part of a picture. */
export function imageOf(canvas: HTMLCanvasElement, place: Rectangle): SVGElement {
  const image = make('image', { ...place, href: canvas.toDataURL(), preserveAspectRatio: 'none' });
  image.style.imageRendering = 'pixelated';
  return image;
}

/** A copy of a drawing that looks the same without the page's style sheets. */
export function copyOf(drawing: SVGSVGElement, place: Rectangle): SVGElement {
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
  for (const [key, value] of Object.entries(place)) copy.setAttribute(key, String(value));
  return copy;
}

/** The box of an HTML element as a shape: its ground, border, corners, turn, and a polygon that it is cut to. */
export function shapeOf(box: HTMLElement, { x, y, width, height }: Rectangle): SVGElement {
  const style = getComputedStyle(box);
  const border = Number.parseFloat(style.borderTopWidth) || 0;
  const look = {
    fill: style.backgroundColor,
    opacity: style.opacity,
    stroke: border > 0 ? style.borderTopColor : 'none',
    'stroke-width': border,
    ...(style.rotate !== 'none' && {
      transform: `rotate(${Number.parseFloat(style.rotate)} ${x + width / 2} ${y + height / 2})`,
    }),
  };
  const corners = [...style.clipPath.matchAll(/([\d.]+)(?:%|px) ([\d.]+)(?:%|px)/g)];
  if (corners.length > 0) {
    const points = corners.map(
      ([, across, down]) =>
        `${x + (width * Number(across)) / 100},${y + (height * Number(down)) / 100}`,
    );
    return make('polygon', { ...look, points: points.join(' ') });
  }
  const radius = Number.parseFloat(style.borderTopLeftRadius) || 0;
  const rx = style.borderTopLeftRadius.endsWith('%') ? (width * radius) / 100 : radius;
  const half = border / 2;
  return make('rect', {
    ...look,
    ...{ x: x + half, y: y + half, width: width - border, height: height - border, rx },
  });
}
