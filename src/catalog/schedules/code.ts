import { type CodeOf, pythonAnd } from '../code';
import type { schedules } from '.';

/** Each schedule as an expression: the factor of the learning rate at `step`, 0 at the first. */
export const scheduleCode: CodeOf<(typeof schedules)[number]['id']> = {
  constant: pythonAnd('', ''),
  step: pythonAnd(
    'DECAY_FACTOR ** (step // DECAY_EVERY)',
    'DECAY_FACTOR ** Math.floor(step / DECAY_EVERY)',
  ),
  cosine: pythonAnd(
    '(1 + math.cos(math.pi * min(1, step / COSINE_STEPS))) / 2',
    '(1 + Math.cos(Math.PI * Math.min(1, step / COSINE_STEPS))) / 2',
  ),
};
