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

/** An entry whose own settings a setting is among, and the setting and value that put the entry in force. */
export interface Owner {
  readonly key: Key;
  readonly value: Experiment[Key];
  readonly entry: Entry;
}

/** The entries that a setting belongs to: options of the choices first, then safeguards. */
export function ownersOf(setting: Key): readonly Owner[] {
  const options = Object.entries(choices).flatMap(([choice, entries]) =>
    entries
      .filter((entry) => owns(entry, setting))
      .map((entry) => ({ key: choice as Key, value: entry.id as Experiment[Key], entry })),
  );
  const guards = safeguards
    .filter((entry) => owns(entry, setting))
    .map((entry) => ({ key: entry.id, value: true, entry }));
  return [...options, ...guards];
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
  const owners = ownersOf(setting);
  return owners.length === 0 || owners.some(({ key, value }) => experiment[key] === value);
}

/** What puts a setting in force: the option or the switch it belongs to; nothing where it is. */
export function enabling(experiment: Experiment, setting: Key): Readonly<Partial<Experiment>> {
  const [owner] = ownersOf(setting);
  return owner && !isInForce(experiment, setting) ? { [owner.key]: owner.value } : {};
}

function owns({ fields }: Entry, setting: Key): boolean {
  return Object.hasOwn(fields, setting);
}

/** An entry in force, and the setting that puts it in force. */
export interface Chosen {
  readonly key: Key;
  readonly entry: Entry;
}

/** Every chosen option and every safeguard that is on, in the order of the settings. */
export function chosenIn(experiment: Experiment): readonly Chosen[] {
  const options = Object.entries(choices).flatMap(([key, entries]) =>
    entries
      .filter(({ id }) => id === experiment[key as Key])
      .map((entry) => ({ key: key as Key, entry })),
  );
  const guards = safeguards
    .filter(({ id }) => experiment[id])
    .map((entry) => ({ key: entry.id, entry }));
  return [...options, ...guards];
}

/** Something in force that tells what it does, and the setting that puts it in force. */
export interface InForce extends Chosen {
  readonly entry: Entry & { readonly evidence: Localized };
}

/** Every chosen option and safeguard in force that tells what it does, in the order of the settings. */
export function inForce(experiment: Experiment): readonly InForce[] {
  return chosenIn(experiment).filter((chosen): chosen is InForce => 'evidence' in chosen.entry);
}
