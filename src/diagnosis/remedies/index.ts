import { networkRemedies } from './network';
import { trainingRemedies } from './training';

/** Every remedy that a finding may offer, by id. */
export const remedies = { ...networkRemedies, ...trainingRemedies } as const;
