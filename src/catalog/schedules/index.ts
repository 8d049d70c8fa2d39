import { constant } from './constant';
import { cosine } from './cosine';
import { step } from './step';

/** Every learning-rate schedule, in the order people choose from. */
export const schedules = [constant, step, cosine] as const;
