import { useEffect, useState } from 'react';

/** Milliseconds that a whole walk takes at most, and one layer of it. */
const duration = { walk: 8000, layer: 450 } as const;

/** A walk back through the layers: the layer it has reached, and how to start and stop it. */
export interface Walk {
  /** From the output, `depth`, down to 1; null when nobody walks. */
  readonly at: number | null;
  start(): void;
  stop(): void;
}

/** Walks from the output layer to layer 1, a layer at a time, and stays there until stopped. */
export function useWalk(depth: number): Walk {
  const [at, go] = useState<number | null>(null);
  const isWalking = at !== null && at > 1;
  useEffect(() => {
    if (!isWalking) return;
    const pace = Math.min(duration.layer, duration.walk / depth);
    const timer = setInterval(
      () => go((layer) => (layer === null ? null : Math.max(1, layer - 1))),
      pace,
    );
    return () => clearInterval(timer);
  }, [isWalking, depth]);
  return {
    at: at === null ? null : Math.min(at, depth),
    start: () => go(depth),
    stop: () => go(null),
  };
}
