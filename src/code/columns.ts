import type { LayerMeasure } from '../history/measures';

/** What a log measures in a layer, in the order of its columns; `src/history/measures` says what each is. */
export const loggedMeasures = [
  'gradH',
  'gradZ',
  'gradW',
  'gradB',
  'weight',
  'update',
  'actRms',
] as const satisfies readonly LayerMeasure[];

/** The columns of a log: one row per step and layer, layer 0 the input. */
export const logColumns = ['step', 'layer', 'loss', ...loggedMeasures] as const;
