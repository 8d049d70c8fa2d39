import { type Evidence, rule } from '../finding';
import { fixesFor } from '../fixes';
import { brokenAt, largestOf, measuredIn, namesOf } from '../reading';
import { remedies } from '../remedies';
import { isAlike } from '../remedies/network';

/**
 * Shares of dead units in a layer: a share that is too large by itself, what it may rise above step 0,
 * and the share at which a layer passes nothing on. Healthy ReLU networks have up to 40 % deep inside.
 */
const bounds = { warning: 0.6, rise: 0.2, fatal: 1 } as const;

/** Layers with more dead units than a healthy network has. */
export const deadUnits = rule({
  id: 'deadUnits',
  find(evidence) {
    const silent = measuredIn(evidence, 'dead').filter(
      ({ layer, value }) =>
        value > bounds.warning || value > sharesAtStart(evidence, layer) + bounds.rise,
    );
    const worst = largestOf(silent);
    if (!worst) return null;
    return {
      severity: worst.value >= bounds.fatal ? 'bad' : 'warning',
      title: {
        en: 'Dead units: {percent} % of layer {layer}',
        'zh-CN': '死亡单元：第 {layer} 层的 {percent} %',
      },
      evidence: [
        {
          en: '{count} {count|layer has|layers have} too many; layer {layer} had {start} % at step 0. Up to 40 % is usual deep in a ReLU network.',
          'zh-CN':
            '{count} 层的死亡单元过多；第 {layer} 层在第 0 步时为 {start} %。ReLU 网络深处不超过 40 % 属正常。',
        },
      ],
      cause: {
        en: 'A unit whose output is 0 for every sample passes no gradient on, and its weights no longer move.',
        'zh-CN': '对所有样本输出均为 0 的单元不传递梯度，其权重也不再更新。',
      },
      places: {
        ...namesOf(evidence),
        count: silent.length,
        layer: worst.layer,
        percent: Math.round(100 * worst.value),
        start: Math.round(100 * Math.max(0, evidence.history.layerAt(0, 'dead', worst.layer))),
      },
      fixes: isCurable(evidence) ? fixesFor(evidence, [remedies.leakyRelu]) : [],
      notHelping: [],
    };
  },
});

/** Whether negative values let through would keep units alive: signals are finite, and units are not copies. */
function isCurable(evidence: Evidence): boolean {
  return brokenAt(evidence) === null && !isAlike(evidence.experiment);
}

/** The share of a layer at step 0; no bound where the history begins later. */
function sharesAtStart({ history }: Evidence, layer: number): number {
  return history.at(0, 'step') === 0 ? history.layerAt(0, 'dead', layer) : bounds.fatal;
}
