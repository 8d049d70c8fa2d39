import { at } from '../../base/at';
import { allFinite } from '../stacks';
import { updateSafeguard } from './safeguard';

/**
 * Drops an update that holds Inf or NaN, or whose raw gradient does; parameters and optimizer state stay as they were.
 */
export const skipNonFinite = updateSafeguard({
  id: 'skipNonFinite',
  name: { en: 'Skip non-finite steps', 'zh-CN': '跳过含非有限值的步' },
  short: { en: 'Skip', 'zh-CN': '跳过' },
  summary: {
    en: 'Drops an update that holds Inf or NaN and goes on with the next batch. Keeps the weights finite; does not make the gradient smaller.',
    'zh-CN': '丢弃含 Inf 或 NaN 的更新，继续下一批。使权重的数值保持有限，但不会减小梯度。',
  },
  formula: String.raw`\Delta\theta=0\quad\text{if }g\text{ or }\Delta\theta\text{ holds }\pm\infty\text{ or NaN}`,
  evidence: {
    en: '{dropped} of the last {steps} {steps|step|steps} dropped',
    'zh-CN': '最近 {steps} 步中丢弃了 {dropped} 步',
  },
  source: {
    authors: 'P. Micikevicius, S. Narang, J. Alben, G. Diamos, E. Elsen, D. Garcia, et al.',
    year: 2018,
    title: 'Mixed Precision Training',
  },
  glossary: 'nonFinite',
  fields: {},
  adjust(ops, update) {
    const finite = allFinite(ops, [...update.raw, ...update.changes]);
    return {
      ...update,
      changes: update.changes.map((change) => ops.where(finite, change, ops.fill(change.shape, 0))),
      state: update.state.map((stacks, slot) =>
        stacks.map((next, index) =>
          ops.where(
            finite,
            next,
            at(at(update.before, slot, 'slot of the state'), index, 'parameter group'),
          ),
        ),
      ),
    };
  },
});
