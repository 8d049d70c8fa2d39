import type { Ops, Tensor } from '../../../src/ops/ops';
import type { Contender, Start } from './contender';

/** The matrix products of a step and nothing else, of operands that lie as the backend likes them. */
export function floor(ops: Ops, { batch, widths, weights }: Start): Contender {
  const random = (rows: number, columns: number) =>
    ops.upload(
      Float32Array.from({ length: rows * columns }, () => Math.random() - 0.5),
      [rows, columns],
    );
  const products = weights.flatMap((_, layer) => {
    const [fanIn = 1, fanOut = 1] = widths.slice(layer, layer + 2);
    const rows = batch.count;
    return [
      [random(rows, fanIn), random(fanIn, fanOut)],
      [random(fanIn, rows), random(rows, fanOut)],
      ...(layer > 0 ? [[random(rows, fanOut), random(fanOut, fanIn)]] : []),
    ] as unknown as readonly (readonly [Tensor, Tensor])[];
  });
  return {
    async step() {
      const results = products.map(([a, b]) => ops.matMul(a, b));
      const last = results.at(-1);
      if (last) await ops.read(last);
      ops.dispose(results);
      return null;
    },
    dispose: () => ops.dispose(products as unknown),
  };
}
