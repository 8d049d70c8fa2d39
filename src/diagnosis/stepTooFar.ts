import type { Evidence, Fix } from './finding';
import { fixesFor } from './fixes';
import { at, growthOf, isBeyondBounds, largestUpdate, updateBounds } from './reading';
import { remedies } from './remedies';

/** Most records looked back. */
const reach = 100;

/**
 * The record, before the one looked at, whose step was too long while the gradient was still steady:
 * what went wrong later began there. Null where the gradient exploded or vanished first, or no step was too long.
 */
function stepTooFar(evidence: Evidence): Evidence | null {
  for (let index = Math.max(0, evidence.index - reach); index < evidence.index; index++) {
    const earlier = at(evidence, index);
    if (isBeyondBounds(growthOf(earlier))) return null;
    if ((largestUpdate(earlier)?.value ?? 0) > updateBounds.tooLarge) return earlier;
  }
  return null;
}

/** Shorter steps from the start, where a step too long led to what a record shows; null elsewhere. */
export function shorterSteps(evidence: Evidence): readonly Fix[] | null {
  const culprit = stepTooFar(evidence);
  return culprit && fixesFor(culprit, [remedies.slowerRate, remedies.clipByGlobalNorm], true);
}
