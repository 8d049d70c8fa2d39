import { adam } from './adam';
import { momentum } from './momentum';
import { nesterov } from './nesterov';
import { rmsprop } from './rmsprop';
import { sgd } from './sgd';

/** Every optimizer, in the order people choose from. */
export const optimizers = [sgd, momentum, nesterov, rmsprop, adam] as const;
