import { entryOf } from '../catalog/entry';
import { schedules } from '../catalog/schedules';
import type { Evidence } from './finding';
import { largestUpdate, stepOf } from './reading';

/** The `‖Δθ‖/‖θ‖` that a new learning rate aims at. */
const soundUpdate = 3e-3;

/** The learning rate of the record over that of the settings from which an almost stopped schedule tells itself. */
const almostStopped = 0.01;

/**
 * The learning rate for the settings with which the largest update is sound once schedule and warm-up are at their
 * full rate: an update is as long as the rate of its own step. Null where none was measured.
 */
export function soundRate(evidence: Evidence): number | null {
  const update = largestUpdate(evidence);
  if (!update || update.value <= 0) return null;
  return ladder(Math.min(100, rateOf(evidence) * (soundUpdate / update.value)));
}

/** The largest update that the learning rate now would make in full; NaN where none was measured. */
export function updateAtFullRate(evidence: Evidence): number {
  const update = largestUpdate(evidence);
  const rate = rateOf(evidence);
  return update && rate > 0 ? update.value * (evidence.current.learningRate / rate) : Number.NaN;
}

/** Whether warm-up still holds the learning rate down. */
export function isWarmingUp(evidence: Evidence): boolean {
  const { warmUp, warmUpSteps } = evidence.experiment;
  return warmUp && stepOf(evidence) + 1 < warmUpSteps;
}

/** Whether the schedule, whatever warm-up does, has taken the learning rate down to almost 0. */
export function isAlmostStopped(evidence: Evidence): boolean {
  const { experiment } = evidence;
  return (
    entryOf(schedules, experiment.schedule).factor(stepOf(evidence), experiment) < almostStopped
  );
}

/** The learning rate of the record's own step. */
function rateOf({ history, index }: Evidence): number {
  return history.at(index, 'learningRate');
}

/** The nearest of 1, 3, 10, … at or below a number. */
function ladder(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return Number((value / power > 2.999 ? 3 * power : power).toPrecision(1));
}
