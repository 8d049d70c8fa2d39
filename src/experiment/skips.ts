import { entryOf } from '../catalog/entry';
import { residuals } from '../catalog/residuals';
import type { ResidualWeights } from '../catalog/residuals/residual';
import type { Experiment } from './schema';
import { widthsOf } from './weights';

/** The factors of skip and branch of a layer, 1 … depth; null where it has none: the output layer, or where widths differ. */
export function skipAt(experiment: Experiment, layer: number): ResidualWeights | null {
  const { depth } = experiment;
  const [fanIn, fanOut] = widthsOf(experiment).slice(layer - 1, layer + 1);
  if (layer === depth || fanIn !== fanOut) return null;
  return entryOf(residuals, experiment.residual).weights(depth, experiment);
}
