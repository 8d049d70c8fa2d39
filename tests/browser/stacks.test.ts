import { beforeAll, describe, expect, it } from 'vitest';
import { sizeOf } from '../../src/base/shape';
import type { Ops, Tensor } from '../../src/ops/ops';
import { backends, openForTest } from '../support/backends';
import { at } from '../support/numbers';

/** Layers, rows and columns: odd, even, one, more layers than one draw call reads, longer than one fragment reduces. */
const shapes = [
  [1, 1, 1],
  [3, 5, 7],
  [2, 4, 6],
  [19, 3, 2],
  [33, 1, 5],
  [3, 37, 41],
  [2, 64, 96],
] as const;

/** Positive values that differ from place to place. */
const value = (index: number) => Math.sin(index * 1.7) + 1.25;

describe.each(backends)('%s', (backend) => {
  let ops: Ops;
  beforeAll(async () => {
    ops = await openForTest(backend);
  });

  /** Logarithms: what pads their texels, of zeros, is −Inf, and must stay out of every result. */
  function computed(shape: readonly number[]): { tensor: Tensor; values: Float32Array } {
    const positive = Float32Array.from({ length: sizeOf(shape) }, (_, index) => value(index));
    return { tensor: ops.log(ops.upload(positive, shape)), values: positive.map(Math.log) };
  }

  const near = (found: Float32Array, expected: readonly number[]) => {
    expect(found.length).toBe(expected.length);
    const scale = Math.max(...expected.map(Math.abs), 1);
    const worst = Math.max(...expected.map((x, index) => Math.abs(at(found, index) - x)));
    expect(worst / scale).toBeLessThan(2e-5);
  };

  describe.each(shapes)('%i of %i × %i', (layers, rows, columns) => {
    const shape = [layers, rows, columns];
    const each = (count: number, make: (index: number) => number) =>
      Array.from({ length: count }, (_, index) => make(index));

    it('an entry of a stack is multiplied as the matrix it is, either way round', async () => {
      const { tensor, values } = computed(shape);
      const other = computed([4, columns]);
      const bias = computed([layers, columns]);
      const biases = ops.unstack(bias.tensor);
      for (const [layer, matrix] of ops.unstack(tensor).entries()) {
        const entry = (row: number, column: number) =>
          at(values, (layer * rows + row) * columns + column);
        const turned = await ops.read(ops.matMul(other.tensor, matrix, { b: true }));
        near(
          turned,
          each(4 * rows, (index) => {
            const products = each(
              columns,
              (k) =>
                at(other.values, Math.floor(index / rows) * columns + k) * entry(index % rows, k),
            );
            return products.reduce((sum, x) => sum + x);
          }),
        );
        const square = ops.matMul(matrix, matrix, { a: true });
        const inputs = ops.upload(new Float32Array(2 * rows).fill(1), [2, rows]);
        const sums = await ops.read(ops.matMulAdd(inputs, matrix, biases[layer] as Tensor));
        near(
          sums,
          each(2 * columns, (index) => {
            const column = index % columns;
            const total = each(rows, (row) => entry(row, column)).reduce((sum, x) => sum + x);
            return total + at(bias.values, layer * columns + column);
          }),
        );
        near(
          await ops.read(square),
          each(columns * columns, (index) =>
            each(
              rows,
              (row) => entry(row, Math.floor(index / columns)) * entry(row, index % columns),
            ).reduce((sum, x) => sum + x),
          ),
        );
      }
    });

    it('an entry of a stack is read and computed with as any other tensor', async () => {
      const { tensor, values } = computed(shape);
      const entries = ops.unstack(tensor);
      const last = values.slice((layers - 1) * rows * columns);
      const entry = entries[layers - 1] as Tensor;
      near(await ops.read(entry), [...last]);
      near(
        await ops.read(ops.add(entry, ops.mul(entry, 2))),
        [...last].map((x) => 3 * x),
      );
      ops.dispose(tensor);
      near(
        await ops.read(ops.square(entry)),
        [...last].map((x) => x * x),
      );
      near(await ops.read(ops.stack(entries)), [...values]);
    });

    it('sums leave out what pads the texels', async () => {
      const { tensor, values } = computed(shape);
      const total = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0);
      const layer = (index: number) => [
        ...values.slice(index * rows * columns, (index + 1) * rows * columns),
      ];
      near(await ops.read(ops.sum(tensor)), [total([...values])]);
      near(
        await ops.read(ops.sum(tensor, [1, 2])),
        each(layers, (index) => total(layer(index))),
      );
      near(
        await ops.read(ops.sum(tensor, [1])),
        each(layers * columns, (index) =>
          total(
            layer(Math.floor(index / columns)).filter((_, at) => at % columns === index % columns),
          ),
        ),
      );
      near(
        await ops.read(ops.sum(tensor, [2], true)),
        each(layers * rows, (index) =>
          total([...values.slice(index * columns, (index + 1) * columns)]),
        ),
      );
    });

    it('norms leave out what pads the texels, of stacks and of rows', async () => {
      const { tensor, values } = computed(shape);
      const flat = computed([layers, columns]);
      const check = async (x: Tensor, list: Float32Array) => {
        const found = await ops.read(ops.norms(x));
        const size = list.length / layers;
        const row = (index: number) => [...list.slice(index * size, (index + 1) * size)];
        near(
          found.map((ratio, index) => (index < layers ? ratio : ratio * at(found, index - layers))),
          [
            ...each(layers, (index) => Math.max(...row(index).map(Math.abs))),
            ...each(layers, (index) => Math.hypot(...row(index))),
          ],
        );
      };
      await check(tensor, values);
      await check(flat.tensor, flat.values);
    });

    it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
      'norms show one %d in its own row',
      async (special) => {
        const values = new Float32Array(layers * rows * columns).fill(1);
        values[values.length - 1] = special;
        const found = await ops.read(ops.norms(ops.upload(values, shape)));
        expect(at(found, layers - 1)).toBe(Math.abs(special));
        expect(at(found, 2 * layers - 1)).toBeNaN();
        if (layers > 1) expect(at(found, 0)).toBe(1);
      },
    );
  });

  it('frees stacks and their entries, read or not', async () => {
    const before = ops.tensorCount();
    const { tensor } = ops.tidy(() => computed([3, 5, 7]));
    const read = ops.unstack(tensor);
    await ops.read(read[1] as Tensor);
    ops.dispose([tensor, read]);
    ops.tidy(() => {
      const entries = ops.unstack(computed([3, 5, 7]).tensor);
      ops.add(entries[1] as Tensor, 1);
      ops.matMul(entries[0] as Tensor, entries[2] as Tensor, { b: true });
    });
    expect(ops.tensorCount()).toBe(before);
  });
});
