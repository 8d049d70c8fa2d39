/** Most layers of a log. */
export const mostLayers = 2000;

/** Most values of a log: every layer has a place for every measure at every step, whether it was logged or not. */
export const mostValues = 5e7;

/** Says that a log holds more layers and steps than are read. */
export class TooManyValues extends Error {
  constructor(
    readonly layers: number,
    readonly steps: number,
  ) {
    super();
  }
}
