/** The color of a layer among `depth`: one ramp from the input to the output. */
export function rampColor(layer: number, depth: number): string {
  const share = depth === 1 ? 0 : (layer - 1) / (depth - 1);
  return `color-mix(in oklab, var(--ramp-output) ${Math.round(100 * share)}%, var(--ramp-input))`;
}
