import { custom } from './custom';
import { inverseSqrtDepth } from './inverseSqrtDepth';
import { inverseSqrtTwo } from './inverseSqrtTwo';
import { none } from './none';
import { plain } from './plain';

/** Every form of residual connection, in the order people choose from. */
export const residuals = [none, plain, inverseSqrtTwo, inverseSqrtDepth, custom] as const;
