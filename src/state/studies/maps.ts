import { createStore } from 'zustand/vanilla';
import { newId } from '../../base/id';
import { costOf } from '../../experiment/budget';
import { isDataHere } from '../../experiment/data';
import type { LinkProblem } from '../../experiment/link';
import type { Experiment } from '../../experiment/schema';
import { type MapCells, note, runMap, stateOf, unknownCells } from '../../study/map/cells';
import { decodeMap, isSameMap } from '../../study/map/code';
import type { Segment } from '../../study/map/contour';
import {
  cellAt,
  gridOf,
  hasEffect,
  type MapPlan,
  type MapSetup,
  stepsOf,
} from '../../study/map/plan';
import { mapPresets } from '../../study/map/presets';
import { boundaryOf } from '../../study/map/theory';
import { open } from '../run/actions';
import { app } from '../store/app';
import { backgroundPool, type JobState } from './background';

/** A map as far as it is known: plain data. */
export interface StabilityMap {
  readonly id: string;
  /** Milliseconds since 1970 at which it was begun. */
  readonly begunAt: number;
  readonly plan: MapPlan;
  readonly cells: MapCells;
  /** Where theory predicts growth 1, in cells; empty until it is known. */
  readonly boundary: readonly Segment[];
  /** `cancelled` also where cells were lost, so that they can be tried again. */
  readonly state: JobState;
}

/** What is chosen of the next map, the map on screen, and those before it, the newest first. */
export interface Maps {
  readonly setup: MapSetup;
  readonly map: StabilityMap | null;
  readonly earlier: readonly StabilityMap[];
  /** The map that a link has asked for: no other one takes its place. */
  readonly asked: MapPlan | null;
  /** Whether what the browser keeps is here, as far as it can be read. */
  readonly isRestored: boolean;
}

/** Most maps that are kept beside the one on screen. */
const mostEarlier = 12;

/** The state of maps. */
export const maps = createStore<Maps>(() => ({
  setup: mapPresets[0].setup,
  map: null,
  earlier: [],
  asked: null,
  isRestored: false,
}));

/** Milliseconds between two looks at the cells while they fill in. */
const interval = 100;

/** Milliseconds of theory at a time. */
const turn = 10;

/** Floating-point operations up to which a map of growth starts when it is opened. */
const smallWork = 1e11;

let job = new AbortController();

/** Chooses something of the next map. */
export function setUp(change: Partial<MapSetup>): void {
  maps.setState(({ setup }) => ({ setup: { ...setup, ...change } }));
}

/** Opens the map of a link, as soon as it is known whether the browser keeps it. Returns what was not understood. */
export function openMap(text: string, experiment: Experiment): readonly LinkProblem[] {
  const { setup, problems } = decodeMap(text);
  const asked = { experiment, ...setup };
  maps.setState({ setup, asked });
  open('map');
  if (maps.getState().isRestored) bring(asked);
  return problems;
}

/** Takes in the maps that the browser keeps, the newest first: the one that a link asks for is shown, or the newest. */
export function restoreMaps(kept: readonly StabilityMap[]): void {
  maps.setState(({ earlier }) => ({ earlier: [...earlier, ...kept], isRestored: true }));
  const { map, asked } = maps.getState();
  if (map) return;
  if (asked) bring(asked);
  else if (kept[0]) showMap(kept[0]);
}

/** Shows the map that a link asks for if it was made before; a small map of growth starts, or goes on. */
function bring(asked: MapPlan): void {
  const { map, earlier } = maps.getState();
  const made = (map ? [map, ...earlier] : earlier).find(({ plan }) => isSameMap(plan, asked));
  if (made && made !== map) showMap(made);
  if (!isSmall(asked)) return;
  if (!made) startMap(asked);
  else if (made.state === 'cancelled') resumeMap();
}

/** Makes the map that is set up, where the view of maps opens on none and it is a small one of growth. */
export function startFirstMap(): void {
  const { map, setup, asked, isRestored } = maps.getState();
  const plan = { experiment: app.getState().experiment, ...setup };
  if (isRestored && !asked && !map && isSmall(plan)) startMap(plan);
}

/** Whether a map costs so little that it may start unasked. */
function isSmall(plan: MapPlan): boolean {
  const isKnown = isDataHere(plan.experiment) && hasEffect(plan);
  return isKnown && plan.measure === 'growth' && workOf(plan) <= smallWork;
}

/** Makes a map; one that is being made is called off. */
export function startMap(plan: MapPlan): void {
  put({
    id: newId(),
    begunAt: Date.now(),
    plan,
    cells: unknownCells(plan),
    boundary: [],
    state: 'running',
  });
  void work();
}

/** Puts a map on screen, its setup with it; the one that was there joins the earlier ones. */
export function showMap(map: StabilityMap): void {
  const { x, y, measure, steps } = map.plan;
  maps.setState({ setup: { x, y, measure, steps } });
  put(map);
}

/** Deletes an earlier map for good. */
export function removeMap(id: string): void {
  maps.setState(({ earlier }) => ({ earlier: earlier.filter((one) => one.id !== id) }));
}

function put(map: StabilityMap): void {
  job.abort();
  maps.setState(({ map: before, earlier }) => {
    const left = before && isWorthKeeping(before) ? [stopped(before), ...earlier] : earlier;
    return { map, earlier: left.filter(({ id }) => id !== map.id).slice(0, mostEarlier) };
  });
  void predict(map.plan);
}

/** Whether anything is known of a map. */
export function isWorthKeeping({ cells }: StabilityMap): boolean {
  return cells.states.some((_, index) => stateOf(cells, index) === 'known');
}

/** A map that nobody works on. */
export function stopped(map: StabilityMap): StabilityMap {
  return map.state === 'running' ? { ...map, state: 'cancelled' } : map;
}

/** Goes on with a map that was called off, and tries again what was lost. */
export function resumeMap(): void {
  const { map } = maps.getState();
  if (!map || map.state === 'running' || !isDataHere(map.plan.experiment)) return;
  maps.setState({ map: { ...map, state: 'running' } });
  void work();
}

/** Calls a map off; what is known stays. */
export function cancelMap(): void {
  job.abort();
}

/** Floating-point operations of a map, roughly: its costliest corner for all cells. */
function workOf(plan: MapPlan): number {
  const { xs, ys } = gridOf(plan);
  const corners = [xs[0], xs.at(-1)].flatMap((x = 0) =>
    [ys[0], ys.at(-1)].map((y = 0) => cellAt(plan, x, y)),
  );
  const costs = corners.map((cell) => ('reason' in cell ? 0 : costOf(cell.experiment).work));
  return Math.max(...costs) * xs.length * ys.length * (stepsOf(plan) + 1);
}

async function work(): Promise<void> {
  const { map } = maps.getState();
  if (!map) return;
  job = new AbortController();
  const { signal } = job;
  const { plan } = map;
  const cells = copyOf(map.cells);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const show = (change: Partial<StabilityMap> = {}) => {
    clearTimeout(waiting);
    waiting = undefined;
    update(plan, { cells: copyOf(cells), ...change });
  };
  try {
    await runMap(backgroundPool(), plan, cells, signal, (index, state, value) => {
      note(cells, index, state, value);
      waiting ??= setTimeout(show, interval);
    });
    const isWhole = cells.states.every((_, index) => stateOf(cells, index) !== 'lost');
    show({ state: isWhole ? 'done' : 'cancelled' });
  } catch {
    show({ state: 'cancelled' });
  }
}

/** Works out the boundary, a few cells at a time. */
async function predict(plan: MapPlan): Promise<void> {
  const steps = boundaryOf(plan);
  for (;;) {
    const began = performance.now();
    while (performance.now() - began < turn) {
      const { done, value } = steps.next();
      if (!done) continue;
      update(plan, { boundary: value });
      return;
    }
    await new Promise((resolve) => setTimeout(resolve));
    if (maps.getState().map?.plan !== plan) return;
  }
}

function update(plan: MapPlan, change: Partial<StabilityMap>): void {
  maps.setState(({ map }) => (map?.plan === plan ? { map: { ...map, ...change } } : {}));
}

function copyOf({ values, states }: MapCells): MapCells {
  return { values: values.slice(), states: states.slice() };
}
