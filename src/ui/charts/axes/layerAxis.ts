import type { XAxisProps } from 'recharts';

/** The properties with which recharts draws an axis over layers, on a chart of this width in CSS pixels. */
export function layerAxisProps(depth: number, width: number): XAxisProps {
  return {
    domain: layerDomainOf(depth),
    ticks: [...layerTicks(depth, width / 40)],
  };
}

/** At most `most` layers spread evenly from 1 to `depth`, both included. */
export function spreadLayers(depth: number, most: number): readonly number[] {
  const count = Math.min(depth, most);
  const stride = (depth - 1) / Math.max(1, count - 1);
  return Array.from({ length: count }, (_, index) => Math.round(1 + index * stride));
}

/** At most about `most` layers to label, at a round distance, with the first and the last. */
export function layerTicks(depth: number, most: number): readonly number[] {
  const stride = [1, 2, 5, 10, 20, 25, 50].find((step) => depth / step <= most) ?? depth;
  const inner = Array.from({ length: Math.floor(depth / stride) }, (_, i) => (i + 1) * stride);
  const clear = inner.filter((layer) => layer > stride / 2 && depth - layer >= stride / 2);
  return [...new Set([1, ...clear, depth])];
}

/** What an axis over layers spans: each layer and half the way to its neighbors. */
export function layerDomainOf(depth: number): [number, number] {
  return [0.5, depth + 0.5];
}

/** The layer at a place on such an axis. */
export function layerAt(x: number, depth: number): number {
  return Math.max(1, Math.min(depth, Math.round(x)));
}
