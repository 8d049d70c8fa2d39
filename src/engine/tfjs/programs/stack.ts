import { type Program, program, texels } from './program';

/** Most tensors that one draw call reads. */
export const mostInputs = 16;

/**
 * Tensors whose texels follow each other along the first axis, as one: matrices `[rows, columns]` or stacks
 * of them, of these lengths. Whole texels are copied. Indices are divided in float32, which is exact below 2²².
 */
export function joined(
  shape: readonly [number, number, number],
  lengths: readonly number[],
): Program {
  const [, rows, columns] = shape;
  const names = lengths.map((_, index) => `T${index}`);
  const last = names.length - 1;
  const copies = names.map((name, index) => {
    const start = index === 0 ? '0' : `end${index - 1}`;
    const condition = index === last ? '' : `if (coords.x < end${index})`;
    return `${condition} {
      int width = textureSize(${name}, 0).x;
      int at = place + (coords.x - ${start}) * size;
      int row = int((float(at) + 0.5) / float(width));
      setOutput(texelFetch(${name}, ivec2(at - row * width, row), 0));
    }`;
  });
  const code = `
    void main() {
      ivec3 coords = getOutputCoords();
      int place = (coords.y / 2) * across + coords.z / 2;
      ${copies.join(' else ')}
    }`;
  let end = 0;
  const ends = lengths.map((length) => {
    end += length;
    return end;
  });
  const across = texels(columns);
  const ints = {
    across,
    size: across * texels(rows),
    ...Object.fromEntries(ends.slice(0, -1).map((value, index) => [`end${index}`, value])),
  };
  return program({ inputs: names, shape, packedOutput: true, ints }, code);
}
