import { float16 } from './float16';
import { float32 } from './float32';

/** Every number format, in the order people choose from. */
export const formats = [float32, float16] as const;
