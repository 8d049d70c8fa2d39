export { AccuracyChart } from './AccuracyChart';
export { Learning, Mechanism } from './decks';
export { EveryLayer } from './EveryLayer';
export { LayerInspector } from './inspector/LayerInspector';
export { LossChart } from './LossChart';
export { NormByLayer } from './NormByLayer';
export { PredictionsPanel } from './predictions/PredictionsPanel';
