import { at } from '../../../base/at';
import { type Program, program } from './program';
import { eachTexel, rowsOf } from './rows';

/**
 * Norms of windows of every row, `[rows, length]` or `[rows, height, width]`, in two parts,
 * `[2, rows, windows]`: `m = max|x|`, then the sum of `(x/m)²`, or its root where the window is the whole row.
 */
export function windowNorms(shape: readonly number[]): Program {
  const { count, ints, begin } = rowsOf(shape);
  const code = `
    void main() {
      ivec3 coords = getOutputCoords();
      ${begin('coords.y', 'coords.z')}
      vec4 most = vec4(0.0);
      bool broken = false;
      ${eachTexel(shape, 'most = max(most, abs(x)); broken = broken || any(isnan(x));')}
      float largest = broken ? NAN : max(max(most.x, most.y), max(most.z, most.w));
      if (coords.x == 0) {
        setOutput(largest);
        return;
      }
      float divisor = largest == 0.0 ? 1.0 : largest;
      float total = 0.0;
      ${eachTexel(shape, 'vec4 ratio = x / divisor; total += dot(ratio, ratio);')}
      setOutput(${count === 1 ? 'sqrt(total)' : 'total'});
    }`;
  return program(
    { inputs: ['X'], shape: [2, at(shape, 0, 'axis'), count], packedOutput: false, ints },
    code,
  );
}

/** Norms of rows from those of their windows: `[2, rows, windows]` → `[2, rows]`. */
export function joinedNorms(rows: number, windows: number): Program {
  const code = `
    void main() {
      ivec2 coords = getOutputCoords();
      float largest = 0.0;
      bool broken = false;
      for (int index = 0; index < windows; index++) {
        float value = getX(0, coords.y, index);
        broken = broken || isnan(value);
        largest = max(largest, value);
      }
      if (broken) largest = NAN;
      if (coords.x == 0) {
        setOutput(largest);
        return;
      }
      float divisor = largest == 0.0 ? 1.0 : largest;
      float total = 0.0;
      for (int index = 0; index < windows; index++) {
        float ratio = getX(0, coords.y, index) / divisor;
        total += getX(1, coords.y, index) * ratio * ratio;
      }
      setOutput(sqrt(total));
    }`;
  return program(
    {
      inputs: ['X'],
      shape: [2, rows],
      packedInputs: false,
      packedOutput: false,
      ints: { windows },
    },
    code,
  );
}
