import * as v from 'valibot';
import { experimentOf } from '../../experiment/legality';
import { isKey } from '../../experiment/schema';
import { cellStates, type MapCells } from '../../study/map/cells';
import { decodeMap, encodeMap } from '../../study/map/code';
import { gridOf } from '../../study/map/plan';
import type { StabilityMap } from '../studies/maps';
import { lastDate } from './runs';

/** The version of a stored map's form. */
const version = 1;

const storedMap = v.object({
  version: v.literal(version),
  id: v.pipe(v.string(), v.maxLength(60)),
  begunAt: v.pipe(v.number(), v.minValue(0), v.maxValue(lastDate)),
  setup: v.pipe(v.string(), v.maxLength(300)),
  experiment: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
  values: v.instance(Float64Array),
  states: v.instance(Uint8Array),
});

/** What of a stored map is not its cells. */
type MapHead = Omit<v.InferOutput<typeof storedMap>, keyof MapCells>;

/** A map for the database: its setup as in a link, and what is known of its cells. */
export function mapForm({ id, begunAt, plan, cells }: StabilityMap): MapHead & MapCells {
  const { experiment, ...setup } = plan;
  return { version, id, begunAt, setup: encodeMap(setup), experiment, ...cells };
}

/** Reads a stored map; null where it is not one. One that was not finished can be gone on with. */
export function readMap(stored: unknown): StabilityMap | null {
  const { success, output } = v.safeParse(storedMap, stored);
  if (!success) return null;
  const { id, begunAt, values, states } = output;
  const { setup, problems } = decodeMap(output.setup);
  const { xs, ys } = gridOf(setup);
  const count = xs.length * ys.length;
  const isWhole = values.length === count && states.length === count;
  const isKnown = states.every((state) => state < cellStates.length);
  if (problems.length > 0 || !isWhole || !isKnown) return null;
  const isUnfinished = (['waiting', 'lost'] as const).some((state) =>
    states.includes(cellStates.indexOf(state)),
  );
  const settings = Object.entries(output.experiment).filter(([key]) => isKey(key));
  const { experiment } = experimentOf(Object.fromEntries(settings));
  return {
    ...{ id, begunAt },
    plan: { experiment, ...setup },
    cells: { values, states },
    boundary: [],
    state: isUnfinished ? 'cancelled' : 'done',
  };
}
