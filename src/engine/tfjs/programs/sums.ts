import { type Program, program, texels } from './program';
import { eachTexel, rowsOf } from './rows';
import { here, onward, walk } from './walk';

/** Sums of the columns of a matrix, or of each of a stack: `[…, rows, columns]` → `[…, columns]`. */
export function columnSums(shape: readonly number[]): Program {
  const [columns = 1, rows = 1, ...stack] = shape.toReversed();
  const isStack = stack.length > 0;
  const down = texels(rows);
  const sumOf = (input: string, layer: string, total: string) => `
    ${walk(input, `${layer} * down * across + column`, 'across')}
    for (int left = rows; left > 0; left -= 2) {
      vec4 x = ${here(input)};
      ${total} += x.xy;
      if (left > 1) ${total} += x.zw;
      ${onward(input)}
    }`;
  const code = `
    void main() {
      ${isStack ? 'ivec2 coords = getOutputCoords();' : 'ivec2 coords = ivec2(0, getOutputCoords());'}
      int column = coords.y / 2;
      vec2 first = vec2(0.0);
      vec2 second = vec2(0.0);
      ${sumOf('X', 'coords.x', 'first')}
      ${isStack ? `if (coords.x + 1 < layers) { ${sumOf('X', '(coords.x + 1)', 'second')} }` : ''}
      setOutput(vec4(first, second));
    }`;
  const [layers = 1] = stack;
  const ints = { rows, across: texels(columns), down, ...(isStack && { layers }) };
  return program({ inputs: ['X'], shape: [...stack, columns], packedOutput: true, ints }, code);
}

/** Sums of windows of every row: `[rows, length]` or `[rows, height, width]` → `[rows, windows]`. */
export function rowSums(shape: readonly number[]): Program {
  const { count, ints, begin } = rowsOf(shape);
  const code = `
    void main() {
      ivec2 coords = getOutputCoords();
      ${begin('coords.x', 'coords.y')}
      vec4 total = vec4(0.0);
      ${eachTexel(shape, 'total += x;')}
      setOutput((total.x + total.y) + (total.z + total.w));
    }`;
  return program({ inputs: ['X'], shape: [shape[0] ?? 1, count], packedOutput: false, ints }, code);
}
