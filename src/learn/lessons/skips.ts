import { finiteTo, gradient, growth, growthLimit, lostBy } from '../checks';
import { lesson } from '../lesson';

/** What skips do. */
export const skips = lesson({
  id: 'skips',
  title: { en: 'Skips', 'zh-CN': '残差连接' },
  about: {
    en: 'A skip turns each factor into a sum. Whether that helps depends on what it is added to.',
    'zh-CN': '残差连接把每个因子变成一个和。是否有益，取决于加在什么上面。',
  },
  settings: { depth: 50, gain: 1, learningRate: 0.01 },
  steps: [
    {
      title: { en: 'A product of 48 factors', 'zh-CN': '48 个因子的乘积' },
      text: {
        en: 'Batch normalization without skips, 50 layers, at initialization.',
        'zh-CN': '批归一化，没有残差连接，50 层，初始状态。',
      },
      settings: { normalization: 'batch' },
      look: 'norms',
      checks: [growth(1.22, 0.06)],
      explanation: {
        en: 'Every layer multiplies by about 1.22.',
        'zh-CN': '每层约乘以 1.22。',
      },
    },
    {
      title: { en: 'A way around', 'zh-CN': '一条旁路' },
      text: {
        en: 'A plain skip: h′ = h + branch(h). The gradient of the sum is the sum of both ways.',
        'zh-CN': '普通残差连接：h′ = h + 分支(h)。和的梯度等于两条路径梯度之和。',
      },
      settings: { normalization: 'batch', residual: 'plain' },
      look: 'mechanism',
      prediction: {
        question: { en: 'What is the growth per layer now?', 'zh-CN': '现在每层的倍数是多少？' },
        options: [
          { en: 'about 2.22: one is added', 'zh-CN': '约 2.22：加上了 1' },
          { en: 'about 1.06', 'zh-CN': '约 1.06' },
          { en: 'exactly 1', 'zh-CN': '恰好为 1' },
        ],
        answer: 1,
      },
      checks: [growth(1.06, 0.03)],
      explanation: {
        en: 'The sum h grows with every block, and each branch is divided by the deviation of h: the deeper the block, the less its branch adds. The growth is a power of the depth, not an exponential (De & Smith 2020). The validation loss of step 0 says nothing yet: it is taken with running statistics, which training has still to gather.',
        'zh-CN':
          '和 h 随每个块增大，而每个分支都除以 h 的标准差：越靠后的块，其分支贡献越小。增长只是深度的幂函数，而非指数函数（De & Smith，2020）。第 0 步的验证损失没有意义：它使用滑动统计量，而这要在训练中逐步积累。',
      },
    },
    {
      title: { en: 'A skip alone', 'zh-CN': '只有残差连接' },
      text: {
        en: 'Take the normalization away: 20 layers, weights 1.5 times too large, mean squared error. Without a skip the gradient starts at some 10⁷.',
        'zh-CN':
          '去掉归一化：20 层，权重为合适大小的 1.5 倍，均方误差。没有残差连接时，梯度约从 10⁷ 开始。',
      },
      settings: { residual: 'plain', depth: 20, gain: 1.5, loss: 'meanSquaredError' },
      steps: 3,
      look: 'norms',
      prediction: {
        question: {
          en: 'What does the skip do to the gradient?',
          'zh-CN': '残差连接使梯度怎样？',
        },
        options: [
          { en: 'makes it a few hundred times smaller', 'zh-CN': '缩小到几百分之一' },
          { en: 'leaves it as it is', 'zh-CN': '保持不变' },
          { en: 'makes it 100,000 times larger or more', 'zh-CN': '放大十万倍以上' },
        ],
        answer: 2,
      },
      checks: [gradient(0, '>', 1e11), lostBy(3)],
      explanation: {
        en: 'The branch alone multiplies the squared norm by 2.25; the skip adds 1. A sum with something already too large is larger still.',
        'zh-CN': '分支本身使范数平方乘以 2.25，跳跃连接再加 1。本已过大，再加上一份只会更大。',
      },
    },
    {
      title: { en: 'A branch scaled by 1/√L', 'zh-CN': '分支乘以 1/√L' },
      text: {
        en: 'The same network, but each branch is multiplied by 1/√L, with L the depth.',
        'zh-CN': '同一网络，但每个分支乘以 1/√L，L 为深度。',
      },
      settings: { residual: 'inverseSqrtDepth', depth: 20, gain: 1.5, loss: 'meanSquaredError' },
      look: 'norms',
      prediction: {
        question: { en: 'What is the growth per layer?', 'zh-CN': '每层的倍数是多少？' },
        options: [
          { en: 'still above 1.4', 'zh-CN': '仍大于 1.4' },
          { en: 'below 1.15', 'zh-CN': '小于 1.15' },
          { en: 'below 0.5', 'zh-CN': '小于 0.5' },
        ],
        answer: 1,
      },
      checks: [growthLimit(0, '<', 1.15), growthLimit(0, '>', 0.95), finiteTo(0)],
      explanation: {
        en: 'The squared factor is 1 + 2.25/L, and (1 + c/L)ᴸ never exceeds eᶜ, however deep the network.',
        'zh-CN': '范数平方的因子是 1 + 2.25/L，而 (1 + c/L)ᴸ 无论多深都不超过 eᶜ。',
      },
    },
  ],
});
