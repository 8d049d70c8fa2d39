import { datasets } from '../catalog/datasets';
import type { Dataset } from '../catalog/datasets/dataset';
import { entryOf } from '../catalog/entry';
import { formats } from '../catalog/formats';
import { type InForce, inForce, isInForce } from './choices';
import { offerOf, taskOf } from './data';
import { protection } from './fields/safeguards';
import type { Experiment, Key } from './schema';

/** What some settings need beside being in force. */
const needs: Partial<Record<Key, (experiment: Experiment) => boolean>> = {
  samples: isDrawn,
  noise: isDrawn,
  dataHash: () => false,
  labels: (experiment) => offerOf(experiment).task.kind === 'classification',
  standardizeTargets: (experiment) => taskOf(experiment).kind === 'regression',
  targetScale: (experiment) => taskOf(experiment).kind === 'regression',
  lossScaling: isRounded,
  lossScale: isRounded,
  initialLossScale: isRounded,
  lossScaleInterval: isRounded,
};

/** Whether a setting has an effect in this experiment. */
export function isRelevant(experiment: Experiment, setting: Key): boolean {
  return isInForce(experiment, setting) && (needs[setting]?.(experiment) ?? true);
}

/** The safeguards that are on and have an effect: of everything in force, what their own section chooses. */
export function safeguardsOn(experiment: Experiment): readonly InForce[] {
  return inForce(experiment).filter(
    ({ key }) => Object.hasOwn(protection, key) && isRelevant(experiment, key),
  );
}

/** Whether the samples are drawn, and not loaded. */
function isDrawn({ dataset }: Experiment): boolean {
  const chosen: Dataset = entryOf(datasets, dataset);
  return chosen.loaded === undefined;
}

/** Loss scaling is for formats of a short range. */
function isRounded({ numberFormat }: Experiment): boolean {
  return entryOf(formats, numberFormat).round !== undefined;
}
