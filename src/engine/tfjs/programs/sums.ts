import { at } from '../../../base/at';
import { matrixShape } from '../../../base/shape';
import { type Program, program, texels } from './program';
import { eachTexel, rowsOf } from './rows';
import { here, onward, walk } from './walk';

/** Sums of the columns of a matrix, or of each of a stack: `[…, rows, columns]` → `[…, columns]`. */
export function columnSums(shape: readonly number[]): Program {
  const [rows, columns] = matrixShape(shape.slice(-2));
  const stack = shape.slice(0, -2);
  const [layers] = stack;
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
      ${layers ? 'ivec2 coords = getOutputCoords();' : 'ivec2 coords = ivec2(0, getOutputCoords());'}
      int column = coords.y / 2;
      vec2 first = vec2(0.0);
      vec2 second = vec2(0.0);
      ${sumOf('X', 'coords.x', 'first')}
      ${layers ? `if (coords.x + 1 < layers) { ${sumOf('X', '(coords.x + 1)', 'second')} }` : ''}
      setOutput(vec4(first, second));
    }`;
  const ints = { rows, across: texels(columns), down, ...(layers && { layers }) };
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
  return program(
    { inputs: ['X'], shape: [at(shape, 0, 'axis'), count], packedOutput: false, ints },
    code,
  );
}
