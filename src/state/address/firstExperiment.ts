import { experimentOf } from '../../experiment/legality';
import { defaultExperiment, type Experiment } from '../../experiment/schema';
import { isSame } from '../learn/scenarios';

/**
 * What a page opens with that is asked for nothing: the exploding network of the schema's defaults on data in the plane,
 * with a learning rate at which a fix shows within two seconds. Links are read against the defaults.
 */
export const firstExperiment = experimentOf({ dataset: 'moons', learningRate: 0.01 }).experiment;

/** Whether an experiment is the exploding network that the first hints speak of, on these data or those of the defaults. */
export function isFirstLook(experiment: Experiment): boolean {
  return isSame(experiment, firstExperiment) || isSame(experiment, defaultExperiment);
}
