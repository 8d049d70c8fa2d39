export { NormByLayer } from './byLayer/NormByLayer';
export { Learning, Mechanism } from './Decks';
export { EveryLayer } from './EveryLayer';
export { LayerInspector } from './inspector/LayerInspector';
export { AccuracyChart } from './overTime/AccuracyChart';
export { LossChart } from './overTime/LossChart';
export { PredictionsPanel } from './predictions/PredictionsPanel';
