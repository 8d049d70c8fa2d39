import { rule } from '../finding';

/** Too few hidden layers for a growth per layer. */
export const shallow = rule({
  id: 'shallow',
  find({ history }) {
    const { depth } = history.shape;
    if (depth >= 3) return null;
    return {
      severity: 'info',
      title: {
        en: 'No growth per layer at depth {depth}',
        'zh-CN': '深度为 {depth} 时没有每层倍数',
      },
      evidence: [],
      cause: {
        en: 'Growth compares the first hidden layer with the last: it needs two, a depth of 3 or more.',
        'zh-CN': '每层倍数比较第一个与最后一个隐藏层：至少需要两个隐藏层，即深度不小于 3。',
      },
      places: { depth },
      fixes: [],
      notHelping: [],
    };
  },
});
