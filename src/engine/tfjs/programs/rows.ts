import { matrixShape } from '../../../base/shape';
import { texels } from './program';
import { here, onward, walk } from './walk';

/** Most texels of a row that one fragment reduces by itself. */
const alone = 128;

/** How the rows of `[rows, length]` or `[rows, height, width]` lie in texels, and how they are cut into windows. */
interface Rows {
  /** Windows of a row: each is reduced by a fragment of its own. */
  readonly count: number;
  /** Uniforms that `eachTexel` needs. */
  readonly ints: Readonly<Record<string, number>>;
  /** GLSL that begins window `window` of row `row`. */
  begin(row: string, window: string): string;
}

/** Cuts rows so that windows, and what is reduced of them, are about equally many. */
export function rowsOf(shape: readonly number[]): Rows {
  const [height, width] = matrixOf(shape);
  const isStack = shape.length === 3;
  const across = texels(width);
  const size = isStack ? across * texels(height) : across;
  const span = size <= alone ? size : Math.ceil(Math.sqrt(size));
  return {
    count: Math.ceil(size / span),
    ints: { across, size, span, width, ...(isStack && { height }) },
    begin: (row, window) => `
      int low = ${isStack ? '0' : `${row} % 2`};
      int high = ${isStack ? 'height' : 'low + 1'};
      int begin = ${window} * span;
      int end = min(begin + span, size);
      ivec2 place;
      ${walk('X', `${isStack ? row : `(${row} / 2)`} * size + begin`, '1')}`,
  };
}

/** GLSL that does something with every texel `x` of the window that was begun; padding counts as 0. */
export function eachTexel(shape: readonly number[], body: string): string {
  const [height, width] = matrixOf(shape);
  const isWhole = shape.length === 3 && width % 2 === 0 && height % 2 === 0;
  const masked = `
      vec4 x = here;
      if (place.x < low || place.x >= high) x.xy = vec2(0.0);
      if (place.x + 1 < low || place.x + 1 >= high) x.zw = vec2(0.0);
      if (place.y + 1 >= width) x.yw = vec2(0.0);
      place.y += 2;
      if (place.y >= 2 * across) place = ivec2(place.x + 2, 0);`;
  return `
    atX = startX;
    ${isWhole ? '' : 'place = 2 * ivec2(begin / across, begin % across);'}
    for (int index = begin; index < end; index++) {
      vec4 here = ${here('X')};
      ${isWhole ? 'vec4 x = here;' : masked}
      ${body}
      ${onward('X')}
    }`;
}

/** Height and width of each row; a row of numbers is a matrix of height 1. */
function matrixOf(shape: readonly number[]): readonly [height: number, width: number] {
  return matrixShape([1, ...shape.slice(1)].slice(-2));
}
