import type { Lesson } from '../lesson';
import { activation } from './activation';
import { chainRule } from './chainRule';
import { depth } from './depth';
import { diagnosis } from './diagnosis';
import { initialization } from './initialization';
import { normalization } from './normalization';
import { skips } from './skips';
import { update } from './update';

/** Every lesson, in the order in which they are best taken. */
export const lessons: readonly Lesson[] = [
  chainRule,
  depth,
  initialization,
  activation,
  normalization,
  skips,
  update,
  diagnosis,
];
