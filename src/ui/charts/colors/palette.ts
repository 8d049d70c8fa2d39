import { useSyncExternalStore } from 'react';
import { amplificationColor } from './amplification';

/** A theme's colors as a canvas needs them: numbers are the four bytes of a pixel, as they lie in memory. */
export interface Palette {
  /** The color of a place on the scale of amplification, from −1 to 1. */
  color(place: number | null): number;
  /** What a cell without a value shows. */
  readonly blank: number;
  /** The two colors of the hatching. */
  readonly hatch: readonly [ground: string, line: string];
}

/** Shades between one end of the scale and its middle. */
const shades = 100;

/** Makes a hook that gives what follows from the document's theme and a name, resolved once for each. */
export function themed<Value, Name = void>(resolve: (name: Name) => Value): (name: Name) => Value {
  const resolved = new Map<string, Value>();
  const read = (name: Name) => {
    const key = `${document.documentElement.dataset.theme} ${name}`;
    const value = resolved.get(key) ?? resolve(name);
    resolved.set(key, value);
    return value;
  };
  return (name) => useSyncExternalStore(onThemeChange, () => read(name));
}

/** The colors of the theme that the document has right now. */
export const usePalette = themed(resolvePalette);

function onThemeChange(notify: () => void): () => void {
  const observer = new MutationObserver(notify);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

function resolvePalette(): Palette {
  const places = Array.from({ length: 2 * shades + 1 }, (_, index) => index / shades - 1);
  const colors = ['var(--panel)', 'var(--ink-2)', ...places.map(amplificationColor)];
  const [ground = '', line = '', ...scale] = resolveColors(colors);
  const [blank = 0, ...pixels] = pixelsOf([ground, ...scale]);
  const lookUp = Uint32Array.from(pixels);
  return {
    color: (place) => lookUp[Math.round(((place ?? 0) + 1) * shades)] ?? blank,
    blank,
    hatch: [ground, line],
  };
}

/** Colors with the document's custom properties put in. */
export function resolveColors(colors: readonly string[]): readonly string[] {
  const probe = document.body.appendChild(document.createElement('span'));
  const resolved = colors.map((color) => {
    probe.style.color = color;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return resolved;
}

function pixelsOf(colors: readonly string[]): readonly number[] {
  const canvas = document.createElement('canvas');
  canvas.width = colors.length;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return [];
  for (const [x, color] of colors.entries()) {
    context.fillStyle = color;
    context.fillRect(x, 0, 1, 1);
  }
  const { data } = context.getImageData(0, 0, colors.length, 1);
  return [...new Uint32Array(data.buffer)];
}
