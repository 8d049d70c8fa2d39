import { resolveColors, themed } from '../../charts/colors/palette';
import { colorAt, type MapScale } from './scale';

/** A theme's colors as a canvas needs them. */
export interface MapColors {
  readonly ground: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  /** A network that stays finite to the end. */
  readonly finite: string;
  /** The colors of a scale from place 0 to place 1. */
  readonly ramp: readonly string[];
}

/** Shades between the ends of a scale. */
const shades = 100;

/** The colors of a scale in the theme that the document has right now. */
export const useMapColors = themed(resolve);

function resolve(scale: MapScale['colors']): MapColors {
  const ramp = Array.from({ length: shades + 1 }, (_, index) => colorAt(scale, index / shades));
  const finite = 'color-mix(in oklab, var(--accent) 28%, var(--panel))';
  const own = ['var(--panel)', 'var(--ink)', 'var(--ink-2)', 'var(--line)', finite];
  const [ground = '', ink = '', quiet = '', line = '', kept = '', ...rest] = resolveColors([
    ...own,
    ...ramp,
  ]);
  return { ground, ink, quiet, line, finite: kept, ramp: rest };
}
