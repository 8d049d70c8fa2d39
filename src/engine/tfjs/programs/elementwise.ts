import { type Program, program } from './program';

/** `a/b`, broadcast to a shape. */
export function quotient(shape: readonly number[]): Program {
  return program(
    { inputs: ['A', 'B'], shape, packedInputs: false, packedOutput: false },
    'void main() { setOutput(getAAtOutCoords() / getBAtOutCoords()); }',
  );
}

/** A tensor of one value. */
export function filled(shape: readonly number[], value: number): Program {
  const code = 'void main() { setOutput(vec4(value)); }';
  return program({ inputs: [], shape, packedOutput: true, floats: { value } }, code);
}

/** `x·factor`, in texels of 2×2 values or of one, as `x` lies. */
export function scaled(shape: readonly number[], factor: number, isPacked: boolean): Program {
  return program(
    {
      inputs: ['X'],
      shape,
      packedInputs: isPacked,
      packedOutput: isPacked,
      floats: { factor },
    },
    'void main() { setOutput(getXAtOutCoords() * factor); }',
  );
}

/** `x²`. */
export function squared(shape: readonly number[]): Program {
  const code = 'void main() { vec4 x = getXAtOutCoords(); setOutput(x * x); }';
  return program({ inputs: ['X'], shape, packedOutput: true }, code);
}
