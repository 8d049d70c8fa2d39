import { type Program, program, texels } from './program';
import { here, onward, walk } from './walk';

/** Values that one fragment reads. */
const window = 32;

/** The largest of every window of a row, NaN if any is: `[rows, length]` → `[rows, ⌈length/32⌉]`. */
export function largest(rows: number, length: number): Program {
  const code = `
    void main() {
      ivec2 coords = getOutputCoords();
      int start = coords[1] * ${window};
      float largest = getX(coords[0], start);
      bool broken = isnan(largest);
      for (int index = start + 1; index < min(start + ${window}, ${length}); index++) {
        float value = getX(coords[0], index);
        broken = broken || isnan(value);
        largest = value > largest ? value : largest;
      }
      setOutput(broken ? NAN : largest);
    }`;
  const outputShape = [rows, Math.ceil(length / window)];
  return { shader: { variableNames: ['X'], outputShape, userCode: code }, uniforms: [] };
}

/** Index of the first largest of every row: `[rows, length]` → `[rows]`. Two rows share every texel. */
export function indexOfLargest(rows: number, length: number): Program {
  const compare = (part: string, row: string, index: string) => `
    if (x.${part} > largest.${row}) {
      largest.${row} = x.${part};
      found.${row} = float(${index});
    }`;
  const code = `
    void main() {
      ${walk('X', '(getOutputCoords() / 2) * across', '1')}
      vec2 largest = ${here('X')}.xz;
      vec2 found = vec2(0.0);
      for (int index = 0; index < len; index += 2) {
        vec4 x = ${here('X')};
        ${compare('x', 'x', 'index')}
        ${compare('z', 'y', 'index')}
        if (index + 1 < len) {
          ${compare('y', 'x', 'index + 1')}
          ${compare('w', 'y', 'index + 1')}
        }
        ${onward('X')}
      }
      setOutput(vec4(found, 0.0, 0.0));
    }`;
  const ints = { across: texels(length), len: length };
  return program({ inputs: ['X'], shape: [rows], packedOutput: true, ints }, code);
}
