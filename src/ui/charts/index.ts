export { AccuracyChart } from './AccuracyChart';
export { Learning, Mechanism } from './decks';
export { EveryLayer } from './EveryLayer';
export { LossChart } from './LossChart';
export { NormByLayer } from './NormByLayer';
