import type { Transposed } from '../../../ops/ops';
import { type Program, program, texels } from './program';
import { here, onward, walk } from './walk';

/** Where the operands of a product `[rows, inner]·[inner, columns]` lie in the stacks they are read from. */
export interface ProductOperands {
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
  /** Matrix of its stack that an operand is. */
  readonly indexA: number;
  readonly indexB: number;
  /** Whether the texture of an operand is as wide as its matrix, so that walks in it are straight. */
  readonly isStraightA: boolean;
  readonly isStraightB: boolean;
  /** Row of its stack that is added to every row of the product, where one is. */
  readonly indexC: number | null;
}

/**
 * A matrix product of operands stored either way round. The padding of an odd shared dimension is put to
 * 0 in both operands, for it may hold anything, Inf and NaN too.
 */
export function product(
  { rows, inner, columns, indexA, indexB, indexC, isStraightA, isStraightB }: ProductOperands,
  { a = false, b = false }: Transposed,
): Program {
  const [startA, strideA] = a ? ['row', 'down'] : ['row * along', '1'];
  const [startB, strideB] = b ? ['column * along', '1'] : ['column', 'across'];
  const last = 'if (left == 1) { a.yw = vec2(0.0); b.zw = vec2(0.0); }';
  const code = `
    void main() {
      ivec2 coords = getOutputCoords();
      int row = coords.x / 2;
      int column = coords.y / 2;
      ${walk('A', `indexA * down * along + ${startA}`, strideA)}
      ${walk('B', `indexB * along * across + ${startB}`, strideB)}
      vec4 total = vec4(0.0);
      for (int left = inner; left > 0; left -= 2) {
        vec4 a = ${here('A')}${a ? '.xzyw' : ''};
        vec4 b = ${here('B')}${b ? '.xzyw' : ''};
        ${inner % 2 === 0 ? '' : last}
        total += a.xxzz * b.xyxy;
        total += a.yyww * b.zwzw;
        ${onward('A', isStraightA)}
        ${onward('B', isStraightB)}
      }
      ${
        indexC === null
          ? ''
          : `${walk('C', '(indexC / 2) * across + column', '1')}
             vec4 c = ${here('C')};
             total += indexC % 2 == 0 ? c.xyxy : c.zwzw;`
      }
      setOutput(total);
    }`;
  return program(
    {
      inputs: ['A', 'B', ...(indexC === null ? [] : ['C'])],
      shape: [rows, columns],
      packedOutput: true,
      ints: {
        inner,
        down: texels(rows),
        along: texels(inner),
        across: texels(columns),
        indexA,
        indexB,
        ...(indexC !== null && { indexC }),
      },
    },
    code,
  );
}
