import type { Localized } from '../base/localized';
import { entryOf } from '../catalog/entry';
import { initializers } from '../catalog/initializers';
import { normalizations } from '../catalog/normalizations';
import { optimizers } from '../catalog/optimizers';
import { residuals } from '../catalog/residuals';
import { safeguards } from '../catalog/safeguards';
import { suitedTo } from '../diagnosis/suited';
import { differences } from '../experiment/change';
import { amend } from '../experiment/legality';
import { type Experiment, schema } from '../experiment/schema';

/** An experiment to try, and what it is called. */
export interface Variant {
  readonly id: string;
  readonly name: Localized;
  readonly experiment: Experiment;
}

type Settings = Readonly<Partial<Experiment>>;

interface Proposal {
  readonly id: string;
  readonly name: Localized;
  readonly settings: Settings;
}

/** The id of the variant that the others are compared with. */
export const untreated = 'untreated';

/** Every safeguard off. */
const unprotected: Settings = {
  normalization: 'none',
  residual: 'none',
  ...Object.fromEntries(safeguards.map(({ id }) => [id, false])),
};

/** The factor by which the learning rate is lowered. */
const lowering = 10;

/**
 * An experiment without any safeguard, then with each safeguard alone, with weights that suit its
 * activation, with gain 1, another optimizer, Leaky ReLU and a lower learning rate. If it has
 * safeguards, it stands first as it is. What would change nothing or is not legal is left out.
 */
export function variantsOf(experiment: Experiment): readonly Variant[] {
  const bare = amend(experiment, unprotected).experiment;
  const given: Variant = { id: 'given', name: names.given, experiment };
  const plain: Variant = { id: untreated, name: names.untreated, experiment: bare };
  const tried = proposalsFor(bare).flatMap(({ id, name, settings }): readonly Variant[] => {
    const { experiment: next, refusals } = amend(bare, settings);
    const isNew = refusals.length === 0 && differences(bare, next).length > 0;
    return isNew ? [{ id, name, experiment: next }] : [];
  });
  return [...(differences(experiment, bare).length > 0 ? [given] : []), plain, ...tried];
}

function proposalsFor(bare: Experiment): readonly Proposal[] {
  return [
    ...weightsFor(bare),
    ...normalizations.map(({ id, name }) =>
      alone(`normalization ${id}`, name, { normalization: id }),
    ),
    ...residuals
      .filter(({ id }) => id !== 'custom')
      .map(({ id, name }) => alone(`residual ${id}`, skip(name), { residual: id })),
    ...safeguards.map(({ id, name }) => alone(id, name, { [id]: true })),
    ...optimizers.map(({ id, name }) => alone(`optimizer ${id}`, name, { optimizer: id })),
    ...(bare.activation === 'relu'
      ? [alone('leakyRelu', names.leakyRelu, { activation: 'leakyRelu' })]
      : []),
    alone('lowerRate', names.lowerRate, { learningRate: bare.learningRate / lowering }),
  ];
}

/** Initial weights that suit the activation, and gain 1 where that is something else. */
function weightsFor(bare: Experiment): readonly Proposal[] {
  const suited = suitedTo(bare);
  const gainOne = alone('gain 1', names.gainOne, { gain: 1 });
  if (!suited) return [gainOne];
  const { initializer, gain } = suited;
  const isSame = initializer === bare.initializer && gain === 1;
  const own = entryOf(initializers, initializer).name;
  const name = {
    en: `${own.en}, gain ${gain}`,
    'zh-CN': `${own['zh-CN']}，增益 ${gain}`,
  };
  return [alone('suited', name, { initializer, gain }), ...(isSame ? [] : [gainOne])];
}

function alone(id: string, name: Localized, settings: Settings): Proposal {
  return { id, name, settings };
}

function skip(name: Localized): Localized {
  const { label } = schema.residual;
  return { en: `${label.en}: ${name.en}`, 'zh-CN': `${label['zh-CN']}：${name['zh-CN']}` };
}

const names = {
  given: { en: 'As it is on screen', 'zh-CN': '当前实验' },
  untreated: { en: 'No safeguard', 'zh-CN': '无防护' },
  gainOne: { en: 'Gain 1', 'zh-CN': '增益 1' },
  leakyRelu: { en: 'Leaky ReLU', 'zh-CN': 'Leaky ReLU' },
  lowerRate: { en: 'Learning rate ÷ 10', 'zh-CN': '学习率 ÷ 10' },
} as const satisfies Record<string, Localized>;
