import { type Code, type CodeOf, pythonAnd } from '../code';
import type { initializers } from '.';

/**
 * Each initializer as an expression: the `count = fan_in·fan_out` weights of a layer, row-major, drawn
 * from `stream`.
 */
export const initializerCode: CodeOf<(typeof initializers)[number]['id']> = {
  heNormal: normal('2 / fan_in'),
  heUniform: uniform('2 / fan_in'),
  glorotNormal: normal('2 / (fan_in + fan_out)'),
  glorotUniform: uniform('2 / (fan_in + fan_out)'),
  lecunNormal: normal('1 / fan_in'),
  lecunUniform: uniform('1 / fan_in'),
  orthogonal: pythonAnd('orthogonal(stream, fan_in, fan_out)', 'orthogonal(stream, fanIn, fanOut)'),
  normal: pythonAnd('INIT_STD * stream.normals(count)', 'stream.normals(count, INIT_STD)'),
  uniform: pythonAnd(
    'INIT_LIMIT * (2 * stream.uniforms(count) - 1)',
    'stream.uniforms(count, INIT_LIMIT)',
  ),
  constant: pythonAnd('np.full(count, INIT_CONSTANT)', 'new Array(count).fill(INIT_CONSTANT)'),
  zeros: pythonAnd('np.zeros(count)', 'new Array(count).fill(0)'),
};

function normal(variance: string): Code {
  return pythonAnd(
    `math.sqrt(${variance}) * stream.normals(count)`,
    `stream.normals(count, Math.sqrt(${camel(variance)}))`,
  );
}

/** Within ±√(3·variance), which has this variance. */
function uniform(variance: string): Code {
  return pythonAnd(
    `math.sqrt(3 * ${variance}) * (2 * stream.uniforms(count) - 1)`,
    `stream.uniforms(count, Math.sqrt(3 * ${camel(variance)}))`,
  );
}

function camel(variance: string): string {
  return variance.replace('fan_in', 'fanIn').replace('fan_out', 'fanOut');
}
