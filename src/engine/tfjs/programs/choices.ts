import type { Operand } from '../../../ops/ops';
import { type Program, program } from './program';

/** `a` where a mask holds, else `b`: tensors of the shape of the mask, or numbers. */
export function choice(shape: readonly number[], a: Operand, b: Operand): Program {
  return chosen(shape, '>= 1.0', { a, b }, {});
}

/** `a` where `x ≤ limit`, else `b`: tensors of the shape of `x`, or numbers. */
export function choiceAtMost(
  shape: readonly number[],
  limit: number,
  a: Operand,
  b: Operand,
): Program {
  return chosen(shape, '<= limit', { a, b }, { limit });
}

/** Numbers are uniforms, and only tensors are inputs, after `X`. */
function chosen(
  shape: readonly number[],
  condition: string,
  { a, b }: { readonly a: Operand; readonly b: Operand },
  limit: Readonly<Record<string, number>>,
): Program {
  const value = (x: Operand, name: string) =>
    typeof x === 'number' ? `vec4(value${name})` : `get${name}AtOutCoords()`;
  const pick = (part: string) => `x.${part} ${condition} ? a.${part} : b.${part}`;
  const code = `
    void main() {
      vec4 x = getXAtOutCoords();
      vec4 a = ${value(a, 'A')};
      vec4 b = ${value(b, 'B')};
      setOutput(vec4(${['x', 'y', 'z', 'w'].map(pick).join(', ')}));
    }`;
  const inputs = [
    'X',
    ...(typeof a === 'number' ? [] : ['A']),
    ...(typeof b === 'number' ? [] : ['B']),
  ];
  const floats = {
    ...limit,
    ...(typeof a === 'number' && { valueA: a }),
    ...(typeof b === 'number' && { valueB: b }),
  };
  return program({ inputs, shape, packedOutput: true, floats }, code);
}
