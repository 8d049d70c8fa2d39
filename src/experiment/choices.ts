import type { Localized } from '../base/localized';
import { activations } from '../catalog/activations';
import { datasets } from '../catalog/datasets';
import type { Entry } from '../catalog/entry';
import { formats } from '../catalog/formats';
import { initializers } from '../catalog/initializers';
import { losses } from '../catalog/losses';
import { lossScalings } from '../catalog/lossScalings';
import { normalizations } from '../catalog/normalizations';
import { optimizers } from '../catalog/optimizers';
import { residuals } from '../catalog/residuals';
import { safeguards } from '../catalog/safeguards';
import { schedules } from '../catalog/schedules';
import type { Experiment, Key } from './schema';

const choices: Readonly<Partial<Record<Key, readonly Entry[]>>> = {
  dataset: datasets,
  activation: activations,
  initializer: initializers,
  loss: losses,
  optimizer: optimizers,
  schedule: schedules,
  numberFormat: formats,
  lossScaling: lossScalings,
  normalization: normalizations,
  residual: residuals,
};

const switches: readonly Entry[] = safeguards;

/** The option that a setting is at, or the safeguard that it switches. */
export function entryBehind(setting: Key, value: Experiment[Key]): Entry | undefined {
  const chosen = choices[setting]?.find(({ id }) => id === value);
  return chosen ?? switches.find(({ id }) => id === setting);
}

/** Whether a setting is a safeguard's own, so that it stands under the safeguard's switch. */
export function isUnderSwitch(setting: Key): boolean {
  return switches.some((safeguard) => owns(safeguard, setting));
}

/**
 * Whether a setting is in force by what is chosen: an option's own settings are only while it is
 * chosen, a safeguard's only while it is on; every other setting always is.
 */
export function isInForce(experiment: Experiment, setting: Key): boolean {
  const chosen = Object.entries(choices).flatMap(([choice, entries]) =>
    entries
      .filter((entry) => owns(entry, setting))
      .map(({ id }) => experiment[choice as Key] === id),
  );
  const switched = safeguards
    .filter((entry) => owns(entry, setting))
    .map(({ id }) => experiment[id]);
  const conditions = [...chosen, ...switched];
  return conditions.length === 0 || conditions.includes(true);
}

/** What puts a setting in force: the option or the switch it belongs to; nothing where it is. */
export function enabling(experiment: Experiment, setting: Key): Readonly<Partial<Experiment>> {
  if (isInForce(experiment, setting)) return {};
  const options = Object.entries(choices).flatMap(([choice, entries]) =>
    entries.filter((entry) => owns(entry, setting)).map(({ id }) => ({ [choice]: id })),
  );
  const owner = safeguards.find((entry) => owns(entry, setting));
  return options[0] ?? (owner ? { [owner.id]: true } : {});
}

function owns({ fields }: Entry, setting: Key): boolean {
  return Object.hasOwn(fields, setting);
}

/** Something in force that tells what it does, and the setting that puts it in force. */
export interface InForce {
  readonly key: Key;
  readonly entry: Entry & { readonly evidence: Localized };
}

/** Every chosen option and safeguard in force that tells what it does, in the order of the settings. */
export function inForce(experiment: Experiment): readonly InForce[] {
  const chosen = Object.entries(choices).flatMap(([key, entries]) =>
    entries
      .filter(({ id }) => id === experiment[key as Key])
      .map((entry) => ({ key: key as Key, entry })),
  );
  const switched = safeguards
    .filter(({ id }) => experiment[id])
    .map((entry) => ({ key: entry.id, entry }));
  return [...chosen, ...switched].filter((found): found is InForce => 'evidence' in found.entry);
}
