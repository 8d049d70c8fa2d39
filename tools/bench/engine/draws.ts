import type { Contender } from './contender';

let drawn = 0;

for (const name of ['drawArrays', 'drawElements'] as const) {
  const draw = WebGL2RenderingContext.prototype[name] as (...given: number[]) => void;
  WebGL2RenderingContext.prototype[name] = function (
    this: WebGL2RenderingContext,
    ...given: number[]
  ) {
    drawn += 1;
    draw.apply(this, given);
  };
}

/** Draw calls of one step of a contender; 0 on backends that draw nothing. */
export async function drawsOf(contender: Contender): Promise<number> {
  const before = drawn;
  await contender.step();
  return drawn - before;
}
