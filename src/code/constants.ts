import type { Field } from '../base/field';
import type { Language } from '../base/localized';
import { activations } from '../catalog/activations';
import { entryOf } from '../catalog/entry';
import { normalizations } from '../catalog/normalizations';
import { batchSizeOf, splitOf } from '../experiment/data';
import { type Experiment, fieldOf, type Key, keys } from '../experiment/schema';

/** A named constant of a script: its value as the script's language writes it, and what it is. */
export interface Constant {
  readonly name: string;
  readonly value: string;
  readonly comment: string;
}

/** How a language writes truth values. */
export type Truth = readonly [no: string, yes: string];

/** `clipNorm` → `CLIP_NORM`: the name of a setting's constant. */
function constantName(key: string): string {
  return key.replace(/[A-Z]/g, '_$&').toUpperCase();
}

/** `clipByValue` → `clip_by_value`: the name of an entry's function in Python. */
export function pythonName(id: string): string {
  return id.replace(/[A-Z]/g, '_$&').toLowerCase();
}

/** The settings that a script speaks of, as constants, in the order of the schema. */
export function constantsOf(
  experiment: Experiment,
  script: string,
  language: Language,
  truth: Truth,
): readonly Constant[] {
  const { training } = splitOf(experiment);
  const { reparameterization } = entryOf(normalizations, experiment.normalization);
  const activation = entryOf(activations, experiment.activation);
  const values: Readonly<Record<string, number | boolean | string>> = {
    ...experiment,
    batchSize: batchSizeOf(experiment),
    training,
    initialScale: reparameterization?.initialScale(activation) ?? 1,
  };
  return [...keys, ...derived]
    .filter((key) => key !== 'depth' && new RegExp(`\\b${constantName(key)}\\b`).test(script))
    .map((key) => {
      const value = values[key];
      return {
        name: constantName(key),
        value: typeof value === 'boolean' ? truth[value ? 1 : 0] : String(value),
        comment: isDerived(key) ? derivedTexts[key][language] : commentOn(fieldOf(key), language),
      };
    });
}

/** What a setting is, where its name does not say it in the language of the script. */
function commentOn({ label, help }: Field, language: Language): string {
  if (language !== 'en') return label[language];
  return help && !help.en.includes(';') ? help.en : '';
}

/** Constants that follow from settings, and what they are. */
const derivedTexts = {
  training: { en: 'The first of them.', 'zh-CN': '其中前若干个用于训练' },
  initialScale: {
    en: 'The length of every unit’s weights at first.',
    'zh-CN': '每个单元权重的初始长度',
  },
} as const;

const derived = ['training', 'initialScale'] as const;

function isDerived(key: Key | keyof typeof derivedTexts): key is keyof typeof derivedTexts {
  return Object.hasOwn(derivedTexts, key);
}
