import type { Field, Fields, Values } from '../base/field';
import { data } from './fields/data';
import { network } from './fields/network';
import { run } from './fields/run';
import { protection } from './fields/safeguards';
import { training } from './fields/training';

/** Every setting of an experiment: the one declaration behind types, limits, controls and links. */
export const schema = { ...data, ...network, ...training, ...protection, ...run };

/** The settings in the groups a person edits them in, in order. */
export const sections = [
  { id: 'data', keys: keysOf(data) },
  { id: 'network', keys: keysOf(network) },
  { id: 'training', keys: keysOf(training) },
  { id: 'safeguards', keys: keysOf(protection) },
  { id: 'run', keys: keysOf(run) },
] as const;

/** The key of a setting. */
export type Key = keyof typeof schema;

/** All settings of an experiment, each legal. */
export type Experiment = Values<typeof schema>;

/** Every key, in order. */
export const keys = keysOf(schema);

/** Whether a word is the key of a setting. */
export function isKey(word: string): word is Key {
  return Object.hasOwn(schema, word);
}

/** The field behind a key. */
export function fieldOf(key: Key): Field {
  return schema[key];
}

/** The experiment that links are read against. */
export const defaultExperiment = Object.fromEntries(
  keys.map((key) => [key, schema[key].default]),
) as Experiment;

function keysOf<F extends Fields>(fields: F): readonly (keyof F)[] {
  return Object.keys(fields);
}
