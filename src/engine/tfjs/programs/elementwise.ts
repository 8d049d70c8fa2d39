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

/** `tanh(x)`, near 0 by its series: `(1 − e)/(1 + e)` with `e = exp(−2|x|)` loses what is left of small values there. */
export function hyperbolicTangent(shape: readonly number[]): Program {
  return nearZero(shape, {
    within: 0.2,
    series: 'x * (1.0 - s * (1.0 / 3.0 - s * (2.0 / 15.0 - s * (17.0 / 315.0))))',
    beyond: 'sign(x) * (1.0 - exp(-2.0 * abs(x))) / (1.0 + exp(-2.0 * abs(x)))',
  });
}

/** `exp(x) − 1`, near 0 by its series, for the same reason. */
export function exponentialLessOne(shape: readonly number[]): Program {
  const terms = [7, 6, 5, 4, 3, 2];
  const sum = terms.reduce((inner, n) => `(1.0 + x / ${n}.0 * ${inner})`, '1.0');
  return nearZero(shape, { within: 0.3, series: `x * ${sum}`, beyond: 'exp(x) - 1.0' });
}

interface Pieces {
  readonly within: number;
  /** GLSL of `vec4 x` and its square `s`. */
  readonly series: string;
  readonly beyond: string;
}

function nearZero(shape: readonly number[], { within, series, beyond }: Pieces): Program {
  const code = `void main() {
    vec4 x = getXAtOutCoords();
    vec4 s = x * x;
    vec4 y = mix(${beyond}, ${series}, lessThan(abs(x), vec4(${within})));
    setOutput(mix(y, x, isnan(x)));
  }`;
  return program({ inputs: ['X'], shape, packedOutput: true }, code);
}
