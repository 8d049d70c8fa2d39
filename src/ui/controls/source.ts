import { activations } from '../../catalog/activations';
import { datasets } from '../../catalog/datasets';
import type { Entry, Source } from '../../catalog/entry';
import { initializers } from '../../catalog/initializers';
import { losses } from '../../catalog/losses';
import { normalizations } from '../../catalog/normalizations';
import { optimizers } from '../../catalog/optimizers';
import { residuals } from '../../catalog/residuals';
import { safeguards } from '../../catalog/safeguards';
import type { Experiment, Key } from '../../experiment/schema';

const choices: Readonly<Partial<Record<Key, readonly Entry[]>>> = {
  activation: activations,
  dataset: datasets,
  initializer: initializers,
  loss: losses,
  normalization: normalizations,
  optimizer: optimizers,
  residual: residuals,
};

const switches: readonly Entry[] = safeguards;

/** The paper behind the option that a setting is at, or behind the safeguard that it switches. */
export function sourceOf(setting: Key, value: Experiment[Key]): Source | undefined {
  const chosen = choices[setting]?.find(({ id }) => id === value);
  return (chosen ?? switches.find(({ id }) => id === setting))?.source;
}
