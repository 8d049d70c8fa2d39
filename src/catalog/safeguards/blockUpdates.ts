import { at } from '../../base/at';
import { depthOf, groupAt, layerMask } from '../stacks';
import { updateSafeguard } from './safeguard';

/** At step t only layer `t mod L` moves, and only its optimizer state changes (Nesterov 2012). */
export const blockUpdates = updateSafeguard({
  id: 'blockUpdates',
  name: { en: 'Block updates', 'zh-CN': '分块更新' },
  short: { en: 'Blocks', 'zh-CN': '分块' },
  summary: {
    en: 'Moves one layer per step, in turn. Delays the harm of an exploded gradient and does nothing about its size.',
    'zh-CN': '每步只更新一层，依次轮换。推迟了梯度爆炸的危害，但不改变其大小。',
  },
  formula: String.raw`\Delta\theta_l=0\quad\text{unless }l=t\bmod L`,
  evidence: {
    en: 'layer {layer} of {depth} moves at this step',
    'zh-CN': '本步更新第 {layer} 层（共 {depth} 层）',
  },
  source: {
    authors: 'Y. Nesterov',
    year: 2012,
    title: 'Efficiency of Coordinate Descent Methods on Huge-Scale Optimization Problems',
  },
  fields: {},
  adjust(ops, { changes, state, ...rest }, { layout, step }) {
    const moving = (step % depthOf(layout)) + 1;
    const masks = layout.map((_, index) =>
      layerMask(ops, groupAt(layout, index), (layer) => layer === moving),
    );
    const maskOf = (index: number) => at(masks, index, 'parameter group');
    const kept = (slot: number, index: number) =>
      at(at(rest.before, slot, 'slot of the state'), index, 'parameter group');
    return {
      ...rest,
      changes: changes.map((change, index) => ops.where(maskOf(index), change, 0)),
      state: state.map((stacks, slot) =>
        stacks.map((next, index) => ops.where(maskOf(index), next, kept(slot, index))),
      ),
    };
  },
});
