import { activations } from '../catalog/activations';
import { datasets } from '../catalog/datasets';
import type { Entry } from '../catalog/entry';
import { entryOf } from '../catalog/entry';
import { initializers } from '../catalog/initializers';
import { normalizations } from '../catalog/normalizations';
import { optimizers } from '../catalog/optimizers';
import { residuals } from '../catalog/residuals';
import { safeguards } from '../catalog/safeguards';
import { schedules } from '../catalog/schedules';
import type { Experiment, Key } from './schema';

const choices = {
  dataset: datasets,
  activation: activations,
  initializer: initializers,
  normalization: normalizations,
  optimizer: optimizers,
  residual: residuals,
  schedule: schedules,
} as const;

/** Whether a setting has an effect in this experiment: an option's own fields matter only while it is chosen. */
export function isRelevant(experiment: Experiment, key: Key): boolean {
  if (key === 'targetScale')
    return entryOf(datasets, experiment.dataset).task.kind === 'regression';
  const owners = ownersOf(key);
  return owners.length === 0 || owners.some((isChosen) => isChosen(experiment));
}

function ownersOf(key: Key): readonly ((experiment: Experiment) => boolean)[] {
  const owns = (entry: Entry) => Object.hasOwn(entry.fields, key);
  const chosen = Object.entries(choices).flatMap(([choice, entries]) =>
    (entries as readonly Entry[])
      .filter(owns)
      .map((entry) => (experiment: Experiment) => experiment[choice as Key] === entry.id),
  );
  const switched = safeguards.filter(owns).map(
    ({ id }) =>
      (experiment: Experiment) =>
        experiment[id],
  );
  return [...chosen, ...switched];
}

/** Whether a setting is a safeguard's own, so that it stands under the safeguard's switch. */
export function isUnderSwitch(key: Key): boolean {
  return safeguards.some(({ fields }) => Object.hasOwn(fields, key));
}
