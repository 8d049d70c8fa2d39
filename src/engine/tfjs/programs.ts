import type { GPGPUProgram } from '@tensorflow/tfjs-backend-webgl';
import type { Operand, Tensor } from '../../ops/ops';

/** Elements that one fragment of a reduction reads at least. */
export const reductionWindow = 32;

/** A matrix product, transposed or not, one element per fragment. */
export function oddProduct(
  a: Tensor,
  b: Tensor,
  transposeA: boolean,
  transposeB: boolean,
): GPGPUProgram {
  const [rows = 1, inner = 1] = transposeA ? a.shape.toReversed() : a.shape;
  const columns = (transposeB ? b.shape[0] : b.shape[1]) ?? 1;
  return {
    variableNames: ['A', 'B'],
    outputShape: [rows, columns],
    userCode: `
      void main() {
        ivec2 coords = getOutputCoords();
        float total = 0.0;
        for (int inner = 0; inner < ${inner}; inner++) {
          total += ${transposeA ? 'getA(inner, coords[0])' : 'getA(coords[0], inner)'}
            * ${transposeB ? 'getB(coords[1], inner)' : 'getB(inner, coords[1])'};
        }
        setOutput(total);
      }`,
  };
}

/** The largest of every window of a row, of the values or their magnitudes: `[rows, length]` → `[rows, ⌈length/window⌉]`. */
export function largest(
  { shape: [rows = 1, length = 1] }: Tensor,
  window: number,
  of: 'abs' | '' = '',
): GPGPUProgram {
  return {
    variableNames: ['X'],
    outputShape: [rows, Math.ceil(length / window)],
    userCode: `
      void main() {
        ivec2 coords = getOutputCoords();
        int start = coords[1] * ${window};
        float largest = ${of}(getX(coords[0], start));
        bool broken = isnan(largest);
        for (int offset = 1; offset < ${window}; offset++) {
          if (start + offset >= ${length}) break;
          float value = ${of}(getX(coords[0], start + offset));
          broken = broken || isnan(value);
          largest = value > largest ? value : largest;
        }
        setOutput(broken ? NAN : largest);
      }`,
  };
}

/** Sums of `(x/m)²` over windows of a row, with `m` `[rows, 1]`, 1 in place of 0. */
export function squares({ shape: [rows = 1, length = 1] }: Tensor, window: number): GPGPUProgram {
  return {
    variableNames: ['X', 'M'],
    outputShape: [rows, Math.ceil(length / window)],
    userCode: `
      void main() {
        ivec2 coords = getOutputCoords();
        int start = coords[1] * ${window};
        float most = getM(coords[0], 0);
        float divisor = most == 0.0 ? 1.0 : most;
        float total = 0.0;
        for (int offset = 0; offset < ${window}; offset++) {
          if (start + offset >= ${length}) break;
          float ratio = getX(coords[0], start + offset) / divisor;
          total += ratio * ratio;
        }
        setOutput(total);
      }`,
  };
}

/** Norms in two parts, `[2, rows]`, from `m` `[rows, 1]` and the sums of `(x/m)²` `[rows, windows]`. */
export function normsOf({ shape: [rows = 1, windows = 1] }: Tensor): GPGPUProgram {
  return {
    variableNames: ['M', 'S'],
    outputShape: [2, rows],
    userCode: `
      void main() {
        ivec2 coords = getOutputCoords();
        if (coords[0] == 0) {
          setOutput(getM(coords[1], 0));
          return;
        }
        float total = 0.0;
        for (int window = 0; window < ${windows}; window++) total += getS(coords[1], window);
        setOutput(sqrt(total));
      }`,
  };
}

/** `a/b`, broadcast to a shape. */
export function quotient(shape: readonly number[]): GPGPUProgram {
  return {
    variableNames: ['A', 'B'],
    outputShape: [...shape],
    userCode: 'void main() { setOutput(getAAtOutCoords() / getBAtOutCoords()); }',
  };
}

/** `a` where `x ≤ limit`, else `b`: tensors of one shape, or finite numbers. */
export function choice(
  shape: readonly number[],
  limit: number,
  a: Operand,
  b: Operand,
): GPGPUProgram {
  const value = (y: Operand, name: string) =>
    typeof y === 'number' ? `vec4(${literal(y)})` : `get${name}AtOutCoords()`;
  const pick = (part: string) => `x.${part} <= limit ? a.${part} : b.${part}`;
  return {
    variableNames: [
      'X',
      ...(typeof a === 'number' ? [] : ['A']),
      ...(typeof b === 'number' ? [] : ['B']),
    ],
    packedInputs: true,
    packedOutput: true,
    outputShape: [...shape],
    userCode: `
      void main() {
        float limit = ${literal(limit)};
        vec4 x = getXAtOutCoords();
        vec4 a = ${value(a, 'A')};
        vec4 b = ${value(b, 'B')};
        setOutput(vec4(${['r', 'g', 'b', 'a'].map(pick).join(', ')}));
      }`,
  };
}

/** A number as GLSL writes a float. */
function literal(value: number): string {
  const text = String(Math.fround(value));
  return /[.e]/.test(text) ? text : `${text}.0`;
}
