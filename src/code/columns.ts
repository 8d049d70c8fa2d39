import { loggable } from '../log/entries';

/** The columns of a log: one row per step and layer, layer 0 the input. */
export const logColumns = ['step', 'layer', 'loss', ...loggable] as const;
