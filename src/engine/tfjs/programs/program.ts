import type { GPGPUProgram } from '@tensorflow/tfjs-backend-webgl';

/** A shader with the values of its uniforms: those change without compiling it anew, as do all sizes. */
export interface Program {
  readonly shader: GPGPUProgram;
  readonly uniforms: number[][];
}

/** What a shader reads and makes. */
interface Interface {
  /** Its inputs, by name. */
  readonly inputs: readonly string[];
  readonly shape: readonly number[];
  /** Whether its inputs hold 2×2 values per texel, the two last axes, as tfjs lays them out; so unless said otherwise. */
  readonly packedInputs?: boolean;
  /** Whether it writes such texels; else one value per fragment. */
  readonly packedOutput: boolean;
  readonly ints?: Readonly<Record<string, number>>;
  readonly floats?: Readonly<Record<string, number>>;
}

/** A shader with its uniforms; one shader serves all sizes of one rank. */
export function program(
  { inputs, shape, packedInputs = true, packedOutput, ints = {}, floats = {} }: Interface,
  code: string,
): Program {
  const declared = (values: Readonly<Record<string, number>>, type: 'int' | 'float') =>
    Object.keys(values).map((name) => ({ name, type }));
  return {
    shader: {
      variableNames: [...inputs],
      outputShape: [...shape],
      packedInputs,
      packedOutput,
      enableShapeUniforms: shape.length <= 4,
      customUniforms: [...declared(ints, 'int'), ...declared(floats, 'float')],
      userCode: code,
    },
    uniforms: [...Object.values(ints), ...Object.values(floats)].map((value) => [value]),
  };
}

/** Texels along an axis of this length. */
export function texels(length: number): number {
  return Math.ceil(length / 2);
}
