import type { Localized } from '../../base/localized';
import { float32 } from '../../catalog/formats/float32';
import { explosionOf } from '../explosion';
import { type Evidence, type Finding, rule } from '../finding';
import { fixesFor } from '../fixes';
import { notHelping } from '../notHelping';
import { type AtLayer, at, measuredIn, namesOf, stepOf } from '../reading';
import { shorterSteps } from '../stepTooFar';

/** Beyond it the square of a float32 is Inf; optimizers compute in float32. */
const limit = Math.sqrt(float32.largest);

/** A gradient so large that the optimizer's g² is Inf, now or earlier in the run: v stays Inf, and g/√v is 0. */
export const squareOverflow = rule({
  id: 'squareOverflow',
  find(evidence) {
    const { optimizer } = evidence.experiment;
    if (optimizer !== 'adam' && optimizer !== 'rmsprop') return null;
    const overflowed = overflowedIn(evidence);
    const still = standingStill(evidence);
    if (overflowed.length > 0) return overflows(evidence, overflowed, still.length);
    const since = still.length > 0 ? firstOverflow(evidence, still) : null;
    return since && remains(evidence, since, still);
  },
});

function overflowedIn(evidence: Evidence): readonly AtLayer[] {
  return measuredIn(evidence, 'maxProcessed').filter(({ value }) => value > limit);
}

/** The layers that get a gradient and do not move. */
function standingStill(evidence: Evidence): readonly AtLayer[] {
  const { history, index } = evidence;
  return measuredIn(evidence, 'maxProcessed').filter(
    ({ layer, value }) => value > 0 && history.layerAt(index, 'after:optimizer', layer) === 0,
  );
}

/** The first record of the run at which g² overflowed in one of these layers. */
function firstOverflow(evidence: Evidence, layers: readonly AtLayer[]): Evidence | null {
  const { history } = evidence;
  for (let index = 0; index < evidence.index; index++) {
    if (layers.some(({ layer }) => history.layerAt(index, 'maxProcessed', layer) > limit))
      return at(evidence, index);
  }
  return null;
}

function overflows(
  evidence: Evidence,
  overflowed: readonly AtLayer[],
  still: number,
): Omit<Finding, 'id'> {
  return {
    severity: 'bad',
    title: still > 0 ? titles.still : titles.moving,
    evidence: [
      {
        en: '{count} of {depth} {depth|layer|layers} {count|gets|get} gradient components above {limit}, up to {largest}.',
        'zh-CN': '{depth} 层中有 {count} 层的梯度分量超过 {limit}，最大为 {largest}。',
      },
      {
        en: 'Their v is Inf from now on, and g/√Inf is 0: they stand still without a NaN.',
        'zh-CN': '这些分量的 v 从此为 Inf，而 g/√Inf 为 0：它们不再移动，却不出现 NaN。',
      },
    ],
    cause: explosionOf(evidence).cause,
    places: placesOf(evidence, overflowed, still),
    fixes: cures(evidence),
    notHelping: [notHelping.learningRate, notHelping.l2],
  };
}

function remains(
  evidence: Evidence,
  since: Evidence,
  still: readonly AtLayer[],
): Omit<Finding, 'id'> {
  return {
    severity: 'bad',
    title: titles.remains,
    evidence: [
      {
        en: 'g² overflowed at step {since}; by now the largest gradient component there is {largest}, and the update is still 0.',
        'zh-CN': 'g² 在第 {since} 步溢出；这些层的梯度分量现在最大为 {largest}，更新量仍为 0。',
      },
      ...(still.length < evidence.history.shape.depth ? [others] : []),
    ],
    cause: {
      en: 'A moving average that was Inf once stays Inf, whatever comes after it: only a restart helps.',
      'zh-CN': '滑动平均一旦为 Inf，此后无论梯度多小都仍为 Inf：只有重新开始才有用。',
    },
    places: { ...placesOf(evidence, still, still.length), since: stepOf(since) },
    fixes: cures(since),
    notHelping: [notHelping.clippingAfterInf, notHelping.learningRate],
  };
}

const others = {
  en: 'In the other layers single components may stand still, too.',
  'zh-CN': '其他层中也可能有个别分量不再移动。',
};

const titles = {
  still: {
    en: '{optimizer}’s g² overflowed: {still} of {depth} {depth|layer|layers} {still|stands|stand} still',
    'zh-CN': '{optimizer} 的 g² 溢出：{depth} 层中有 {still} 层不再移动',
  },
  moving: {
    en: '{optimizer}’s g² overflowed in {count} of {depth} {depth|layer|layers}',
    'zh-CN': '{optimizer} 的 g² 溢出：涉及 {depth} 层中的 {count} 层',
  },
  remains: {
    en: '{optimizer}’s v is still Inf: {still} of {depth} {depth|layer|layers} {still|stands|stand} still',
    'zh-CN': '{optimizer} 的 v 仍为 Inf：{depth} 层中有 {still} 层不再移动',
  },
} as const satisfies Record<string, Localized>;

function placesOf(evidence: Evidence, layers: readonly AtLayer[], still: number) {
  return {
    ...namesOf(evidence),
    count: layers.length,
    depth: evidence.history.shape.depth,
    largest: Math.max(...layers.map(({ value }) => value)),
    limit,
    still,
  };
}

/** What keeps the gradient that overflowed small, from step 0 on. */
function cures(overflow: Evidence) {
  return shorterSteps(overflow) ?? fixesFor(overflow, explosionOf(overflow).remedies, true);
}
