import { at } from '../../base/at';
import { groupAt } from '../stacks';
import { gradientSafeguard } from './safeguard';

/** `G − mean over fan-in` per output unit of every weight; other parameters as they are (Yong et al. 2020). */
export const centralization = gradientSafeguard({
  id: 'centralization',
  name: { en: 'Gradient centralization', 'zh-CN': '梯度中心化' },
  short: { en: 'Centralize', 'zh-CN': '中心化' },
  summary: {
    en: 'Subtracts from each unit’s weight gradient its mean over the inputs. Trims the gradient a little and does not stop it from growing.',
    'zh-CN': '将每个单元的权重梯度减去其在输入上的均值。只略微减小梯度，并不能阻止其增长。',
  },
  formula: String.raw`g\leftarrow g-\frac{1}{n_\text{in}}\sum_i g_{ij}`,
  evidence: { en: 'gradient norm {before} → {after}', 'zh-CN': '梯度范数 {before} → {after}' },
  source: {
    authors: 'H. Yong, J. Huang, X. Hua, L. Zhang',
    year: 2020,
    title: 'Gradient Centralization: A New Optimization Technique for Deep Neural Networks',
  },
  fields: {},
  init: () => [],
  update: (ops, gradients, state, { layout }) => ({
    gradients: gradients.map((g, index) => {
      if (groupAt(layout, index).role !== 'weight') return g;
      const share = 1 / at(g.shape, 1, 'axis');
      return ops.sub(g, ops.sum(ops.mul(g, share), [1], true));
    }),
    state,
  }),
});
