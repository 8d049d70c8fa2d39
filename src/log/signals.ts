import type { Assembled } from './assemble';
import { gap } from './numbers';

/** What a whole run shows over its steps: one value per step, `gap` where there is none. */
export interface Signals {
  readonly steps: Float64Array;
  /** The norm of all gradients, as logged or, where it was not, of what was logged of the layers. */
  readonly norm: Float64Array | null;
  readonly isNormLogged: boolean;
  /** Whether any gradient of a layer is not finite at a step. */
  readonly isLayerBroken: Uint8Array;
  readonly loss: Float64Array | null;
  readonly validationLoss: Float64Array | null;
  readonly lossScale: Float64Array | null;
  readonly clipLimit: Float64Array | null;
  readonly skipped: Float64Array | null;
}

/** Takes what concerns the whole network from a run. */
export function signalsOf(run: Assembled): Signals {
  const { steps, layers, network, telling } = run;
  const of = (kind: Parameters<typeof network.get>[0]) => network.get(kind)?.values ?? null;
  const isLayerBroken = new Uint8Array(steps.length);
  const squares = new Float64Array(steps.length);
  const isMeasured = new Uint8Array(steps.length);
  const isOfWeights = telling === 'gradB' || telling === 'gradW';
  for (const { measures } of layers) {
    for (const [measure, values] of measures) {
      if (!measure.startsWith('grad')) continue;
      const counts =
        measure === telling || (isOfWeights && (measure === 'gradB' || measure === 'gradW'));
      for (let at = 0; at < values.length; at++) {
        const value = values[at] ?? gap;
        if (value === gap) continue;
        if (!Number.isFinite(value)) isLayerBroken[at] = 1;
        if (!counts) continue;
        squares[at] = (squares[at] ?? 0) + value * value;
        isMeasured[at] = 1;
      }
    }
  }
  const logged = of('gradNorm');
  const derived = telling
    ? squares.map((sum, at) => (isMeasured[at] ? Math.sqrt(sum) : gap))
    : null;
  return {
    ...{ steps, isLayerBroken, norm: logged ?? derived, isNormLogged: logged !== null },
    ...{ loss: of('loss'), validationLoss: of('validationLoss'), lossScale: of('lossScale') },
    ...{ clipLimit: of('clipLimit'), skipped: of('skipped') },
  };
}

/** Most values that are drawn of a run. */
const mostDrawn = 2e6;

/** Most steps that are drawn of a run. */
const mostSteps = 6000;

/**
 * Chooses the places that are drawn where a run has more than a page shows: of each stretch the step with the largest
 * norm, what is not finite before all.
 */
export function keptPlaces({ steps, norm, isLayerBroken }: Signals, width: number): Int32Array {
  const room = Math.max(500, Math.min(mostSteps, Math.floor(mostDrawn / width)));
  if (steps.length <= room) return Int32Array.from(steps, (_, index) => index);
  const heightAt = (at: number) => {
    const value = norm?.[at] ?? gap;
    if (isLayerBroken[at] || (value !== gap && !Number.isFinite(value)))
      return Number.POSITIVE_INFINITY;
    return value;
  };
  const kept: number[] = [0];
  for (let stretch = 0; stretch < room - 2; stretch++) {
    const from = 1 + Math.floor((stretch * (steps.length - 2)) / (room - 2));
    const to = 1 + Math.floor(((stretch + 1) * (steps.length - 2)) / (room - 2));
    let best = from;
    for (let at = from + 1; at < to; at++) if (heightAt(at) > heightAt(best)) best = at;
    kept.push(best);
  }
  kept.push(steps.length - 1);
  return Int32Array.from(kept);
}
