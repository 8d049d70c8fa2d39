import type { CodeOf } from '../../code';
import type { datasets } from '..';
import { digits } from './digits';
import { ownData } from './ownData';
import { shapes } from './shapes';
import { teacher } from './teacher';

/**
 * Each dataset as a function `draw` of a stream: `SAMPLES` rows of features, and a class number or a real
 * target for each, drawn in the page's own order, so that they are the page's own.
 */
export const datasetCode: CodeOf<(typeof datasets)[number]['id']> = {
  ...shapes,
  digits,
  teacher,
  ownData,
};
