import type { Evidence } from './finding';
import { type AtLayer, measuredIn } from './reading';

/** How the RMS of the signal grows forward, up to the last layer at which it is finite. */
export interface SignalGrowth {
  readonly last: AtLayer;
  /** Geometric mean factor per layer. */
  readonly perLayer: number;
}

/** The growth of the signal from layer 1 on, from the input on where only layer 1 is finite; null where none is. */
export function signalGrowthOf(evidence: Evidence): SignalGrowth | null {
  const { history, index } = evidence;
  const layers = measuredIn(evidence, 'actRms');
  const broken = layers.findIndex(({ value }) => !Number.isFinite(value));
  const finite = broken < 0 ? layers : layers.slice(0, broken);
  const input = { layer: 0, value: history.layerAt(index, 'actRms', 0) };
  const [first, last] = [finite.length > 1 ? finite[0] : input, finite.at(-1)];
  if (!first || !last || !(first.value > 0)) return null;
  return { last, perLayer: (last.value / first.value) ** (1 / (last.layer - first.layer)) };
}

/** The RMS of the signal at a layer if it goes on growing as it does. */
export function expectedRms({ last, perLayer }: SignalGrowth, layer: number): number {
  return last.value * perLayer ** (layer - last.layer);
}
