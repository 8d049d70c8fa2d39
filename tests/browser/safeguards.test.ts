import { beforeAll, describe, expect, it } from 'vitest';
import { randomStream } from '../../src/base/random';
import { sizeOf } from '../../src/base/shape';
import { entryOf } from '../../src/catalog/entry';
import { safeguards } from '../../src/catalog/safeguards';
import { layoutOf } from '../../src/engine/layout';
import { defaultExperiment, type Experiment } from '../../src/experiment/schema';
import type { Ops, Tensor } from '../../src/ops/ops';
import type { Stacks } from '../../src/ops/parameters';
import { backends, openForTest } from '../support/backends';
import { at } from '../support/numbers';

const layout = layoutOf([5, 6, 6, 6, 3], { bias: true, scale: true, shift: true });
const depth = 4;
const scales = [1e-30, 1e-3, 1, 1e10, 1e25, 1e37];

/** Values by group, row-major, in float64. */
type Values = readonly (readonly number[])[];

function normals(name: string, scale: number): Values {
  const stream = randomStream(7, name);
  return layout.map(({ layers, shape }) =>
    Array.from({ length: layers.length * sizeOf(shape) }, () =>
      Math.fround(scale * stream.normal()),
    ),
  );
}

/** The values of one layer, of all its parameters or of one group. */
function ofLayer(values: Values, layer: number, only?: number): readonly number[] {
  return layout.flatMap(({ layers, shape }, group) => {
    const position = layers.indexOf(layer);
    if (position < 0 || (only !== undefined && only !== group)) return [];
    const size = sizeOf(shape);
    return (values[group] ?? []).slice(position * size, (position + 1) * size);
  });
}

const norm = (values: readonly number[]) => {
  const largest = Math.max(...values.map(Math.abs), 0);
  return largest === 0 ? 0 : largest * Math.hypot(...values.map((value) => value / largest));
};
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const weightGroups = layout.flatMap(({ role }, group) => (role === 'weight' ? [group] : []));
const layers = Array.from({ length: depth }, (_, index) => index + 1);

/** The columns of one layer's weight, `[fanOut][fanIn]`. */
function units(values: Values, group: number, layer: number): readonly (readonly number[])[] {
  const [fanIn = 0, fanOut = 0] = layout[group]?.shape ?? [];
  const own = ofLayer(values, layer, group);
  return Array.from({ length: fanOut }, (_, unit) =>
    Array.from({ length: fanIn }, (_, input) => at(own, input * fanOut + unit)),
  );
}

describe.each(backends)('on %s', (backend) => {
  let ops: Ops;
  const parameters = normals('parameters', 0.5);
  const upload = (values: Values): Stacks =>
    layout.map(({ layers: members, shape }, group) =>
      ops.upload(Float32Array.from(values[group] ?? []), [members.length, ...shape]),
    );
  const read = async (stacks: readonly Tensor[]): Promise<Values> => {
    const lists: number[][] = [];
    for (const stack of stacks) lists.push([...(await ops.read(stack))]);
    return lists;
  };
  const contextOf = (settings: Partial<Experiment>, step = 0) => ({
    layout,
    parameters: upload(parameters),
    step,
    settings: { ...defaultExperiment, ...settings },
  });
  async function transform(
    id: (typeof safeguards)[number]['id'],
    gradients: Values,
    settings: Partial<Experiment> = {},
  ): Promise<Values> {
    const safeguard = entryOf(safeguards, id);
    if (safeguard.stage !== 'gradient') throw new Error(`${id} does not act on the gradient.`);
    const made = safeguard.update(ops, upload(gradients), [], contextOf(settings));
    return read(made.gradients);
  }
  beforeAll(async () => {
    ops = await openForTest(backend);
  });

  describe.each(scales)('gradients of size %f', (scale) => {
    const gradients = normals('gradients', scale);
    const before = gradients.flat();

    it('clipped by global norm are no longer than c, in the same direction', async () => {
      for (const clipNorm of [1e-3, 1, 100]) {
        const after = (await transform('clipByGlobalNorm', gradients, { clipNorm })).flat();
        const expected = Math.min(norm(before), clipNorm);
        expect(Math.abs(norm(after) / expected - 1)).toBeLessThan(1e-5);
        const factor = expected / norm(before);
        after.forEach((value, index) => {
          expect(Math.abs(value - factor * at(before, index))).toBeLessThan(1e-5 * expected);
        });
      }
    });

    it('clipped by value are within ±v and otherwise as they were', async () => {
      const after = (await transform('clipByValue', gradients, { clipValue: 0.5 })).flat();
      after.forEach((value, index) => {
        expect(value).toBe(Math.min(0.5, Math.max(-0.5, at(before, index))));
      });
    });

    it('centralized have mean 0 over the inputs of every unit', async () => {
      const after = await transform('centralization', gradients);
      for (const group of weightGroups) {
        for (const layer of layout[group]?.layers ?? []) {
          for (const unit of units(after, group, layer)) {
            expect(Math.abs(sum(unit))).toBeLessThan(1e-5 * scale * unit.length);
          }
        }
      }
    });

    it('standardized have mean 0 and deviation 1 in every weight', async () => {
      const after = await transform('standardization', gradients);
      for (const group of weightGroups) {
        for (const layer of layout[group]?.layers ?? []) {
          const own = ofLayer(after, layer, group);
          const deviation = norm(own) / Math.sqrt(own.length);
          expect(Math.abs(sum(own) / own.length)).toBeLessThan(1e-5);
          expect(deviation).toBeLessThan(1 + 1e-5);
          if (scale >= 1e-3) expect(deviation).toBeGreaterThan(1 - 1e-4);
        }
      }
    });

    it('clipped adaptively are a share of each unit’s weights, but in the output layer', async () => {
      const after = await transform('adaptiveGradientClipping', gradients, { agcRatio: 0.02 });
      for (const group of weightGroups) {
        for (const layer of layout[group]?.layers ?? []) {
          const raw = units(gradients, group, layer);
          const own = units(parameters, group, layer);
          units(after, group, layer).forEach((unit, index) => {
            const limit = 0.02 * Math.max(norm(own[index] ?? []), 1e-3);
            const expected = Math.min(norm(raw[index] ?? []), limit);
            if (layer === depth) expect(unit).toEqual(raw[index]);
            else expect(Math.abs(norm(unit) / expected - 1)).toBeLessThan(1e-4);
          });
        }
      }
    });

    it('scaled by layer have the trust coefficient’s share of their layer’s parameters', async () => {
      const after = await transform('layerwiseScaling', gradients, { trustCoefficient: 0.03 });
      for (const layer of layers) {
        const share = norm(ofLayer(after, layer)) / norm(ofLayer(parameters, layer));
        expect(Math.abs(share / 0.03 - 1)).toBeLessThan(1e-5);
      }
    });

    it('of mean magnitude have the mean size of their layer’s parameters', async () => {
      const after = await transform('meanMagnitude', gradients);
      for (const layer of layers) {
        const size = (values: Values) => sum(ofLayer(values, layer).map(Math.abs));
        expect(Math.abs(size(after) / size(parameters) - 1)).toBeLessThan(1e-5);
      }
    });
  });

  const transformations = safeguards
    .filter(({ stage }) => stage === 'gradient')
    .map(({ id }) => id);

  it.each(transformations)('%s leaves gradients of 0 at 0', async (id) => {
    const after = await transform(id, normals('gradients', 0));
    expect(after.flat().every((value) => value === 0)).toBe(true);
  });

  it.each(transformations)('%s never hides a NaN, nor an Inf it does not clip', async (id) => {
    for (const broken of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const gradients = normals('gradients', 1).map((group) => [...group]);
      const [first = []] = gradients;
      first[3] = broken;
      const [after = []] = await transform(id, gradients, { clipValue: 0.5 });
      if (id === 'clipByValue' && broken > 0) expect(after[3]).toBe(0.5);
      else expect(Number.isFinite(at(after, 3)), `${id} of ${broken}`).toBe(false);
    }
  });

  it('a block step moves one layer only, and its optimizer state', async () => {
    const changes = normals('changes', 1);
    const { adjust } = entryOf(safeguards, 'blockUpdates') as Extract<
      (typeof safeguards)[number],
      { id: 'blockUpdates' }
    >;
    for (let step = 0; step < 6; step++) {
      const old = upload(normals('old', 1));
      const update = {
        changes: upload(changes),
        state: [upload(changes)],
        before: [old],
        raw: old,
      };
      const made = adjust(ops, update, contextOf({}, step));
      const moved = await read(made.changes);
      const state = await read(made.state[0] ?? []);
      for (const layer of layers) {
        const isMoving = layer === (step % depth) + 1;
        const own = ofLayer(changes, layer);
        expect(ofLayer(moved, layer)).toEqual(isMoving ? own : own.map(() => 0));
        expect(ofLayer(state, layer)).toEqual(isMoving ? own : ofLayer(normals('old', 1), layer));
      }
    }
  });
});
