export { AccuracyChart } from './AccuracyChart';
export { LossChart } from './LossChart';
export { NormByLayer } from './NormByLayer';
export { NormsOverTime } from './NormsOverTime';
