/**
 * GLSL that walks along the texels of an input, one stride after another, from an index on, whatever
 * rows its texture lies in. Only the start is divided.
 */
export function walk(input: string, start: string, stride: string): string {
  return `
    int width${input} = textureSize(${input}, 0).x;
    int first${input} = ${start};
    ivec2 start${input} = ivec2(first${input} % width${input}, first${input} / width${input});
    ivec2 stride${input} = ivec2((${stride}) % width${input}, (${stride}) / width${input});
    ivec2 at${input} = start${input};`;
}

/** The texel that a walk has come to. */
export function here(input: string): string {
  return `texelFetch(${input}, at${input}, 0)`;
}

/** One stride further. A walk that is straight never comes to the end of a row of the texture. */
export function onward(input: string, isStraight = false): string {
  if (isStraight) return `at${input} += stride${input};`;
  return `
    at${input} += stride${input};
    if (at${input}.x >= width${input}) at${input} += ivec2(-width${input}, 1);`;
}
