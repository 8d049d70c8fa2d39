import { constant } from './constant';
import { dynamic } from './dynamic';
import { none } from './none';

/** Every way to scale the loss, in the order people choose from. */
export const lossScalings = [none, constant, dynamic] as const;
