import { slowestStep } from '../experiment/budget';
import type { Experiment } from '../experiment/schema';
import type { Ops } from '../ops/ops';

/** Milliseconds between two signs of life. */
const interval = 1000;

/** Signs of life that are given while one answer of a device is waited for. */
const mostWaiting = 60;

/** Milliseconds that a step of a network may take before its products give signs of life. */
const quick = 50;

/**
 * Gives signs of life while an experiment's network is computed: between matrix products and, for a minute, while the
 * device is waited for. The operations of a network whose steps are quick come back as they are: records tell that it lives.
 */
export function withPulse(ops: Ops, experiment: Experiment, live: () => void): Ops {
  if (slowestStep(experiment) < quick) return ops;
  let lived = performance.now();
  const beat = () => {
    const now = performance.now();
    if (now - lived < interval) return;
    lived = now;
    live();
  };
  return {
    ...ops,
    matMul(a, b, transposed) {
      beat();
      return ops.matMul(a, b, transposed);
    },
    matMulAdd(a, b, c) {
      beat();
      return ops.matMulAdd(a, b, c);
    },
    async read(x) {
      let given = 0;
      const waiting = setInterval(() => {
        if (given++ < mostWaiting) live();
      }, interval);
      try {
        return await ops.read(x);
      } finally {
        clearInterval(waiting);
      }
    },
  };
}
