import { accuracy, finiteTo, growth } from '../checks';
import { lesson } from '../lesson';

/** Initialization and the number 1. */
export const initialization = lesson({
  id: 'initialization',
  title: { en: 'Initialization and the number 1', 'zh-CN': '初始化与数字 1' },
  about: {
    en: 'The standard deviation of the initial weights decides whether a layer’s factor is below, at or above 1.',
    'zh-CN': '初始权重的标准差决定每层的因子小于、等于还是大于 1。',
  },
  settings: { depth: 20, gain: 1 },
  steps: [
    {
      title: { en: 'A standard deviation of 0.05', 'zh-CN': '标准差 0.05' },
      text: {
        en: 'Weights from a normal distribution, 64 units per layer. For ReLU theory says: factor = σ · √(64/2).',
        'zh-CN': '权重取自正态分布，每层 64 个单元。对 ReLU，理论给出：因子 = σ · √(64/2)。',
      },
      settings: { initializer: 'normal', initStd: 0.05 },
      look: 'norms',
      checks: [growth(0.283, 0.15)],
      explanation: {
        en: '0.05 · √32 ≈ 0.28: the gradient vanishes. The dashed line of the chart is this prediction.',
        'zh-CN': '0.05 · √32 ≈ 0.28：梯度消失。图中虚线就是这一预测。',
      },
    },
    {
      title: { en: 'A standard deviation of 0.3', 'zh-CN': '标准差 0.3' },
      text: {
        en: 'The same distribution, only wider. 0.3 looks like a small number.',
        'zh-CN': '同样的分布，只是更宽。0.3 看上去是个很小的数。',
      },
      settings: { initializer: 'normal', initStd: 0.3 },
      look: 'norms',
      prediction: {
        question: { en: 'What does each layer do now?', 'zh-CN': '现在每层会怎样？' },
        options: [
          { en: 'shrinks the gradient, for 0.3 < 1', 'zh-CN': '缩小梯度，因为 0.3 < 1' },
          { en: 'leaves it as it is', 'zh-CN': '保持不变' },
          { en: 'enlarges it by about 1.7', 'zh-CN': '放大到约 1.7 倍' },
        ],
        answer: 2,
      },
      checks: [growth(1.7, 0.1)],
      explanation: {
        en: '0.3 · √32 ≈ 1.7. Every unit sums 64 terms, so it is the width that decides what “small” means.',
        'zh-CN': '0.3 · √32 ≈ 1.7。每个单元对 64 项求和，多小才算“小”，由宽度决定。',
      },
    },
    {
      title: { en: 'He initialization', 'zh-CN': 'He 初始化' },
      text: {
        en: 'He et al. (2015) set σ = √(2/fan-in). With 64 units that is 0.177.',
        'zh-CN': 'He 等人（2015）取 σ = √(2/扇入)，64 个单元时为 0.177。',
      },
      look: 'norms',
      prediction: {
        question: { en: 'What is a layer’s factor?', 'zh-CN': '每层的因子是多少？' },
        options: [
          { en: 'about 0.18', 'zh-CN': '约 0.18' },
          { en: 'about 1', 'zh-CN': '约 1' },
          { en: 'about 2', 'zh-CN': '约 2' },
        ],
        answer: 1,
      },
      checks: [growth(1, 0.12)],
      explanation: {
        en: '0.177 · √32 = 1. The 2 in the formula makes up for the half that ReLU sets to zero.',
        'zh-CN': '0.177 · √32 = 1。公式中的 2 正好补偿被 ReLU 置零的那一半。',
      },
    },
    {
      title: { en: 'Glorot with ReLU', 'zh-CN': 'Glorot 配 ReLU' },
      text: {
        en: 'Glorot’s σ = √(2/(fan-in + fan-out)) was derived for activations with slope 1 at zero, such as tanh. Here it meets ReLU.',
        'zh-CN':
          'Glorot 的 σ = √(2/(扇入 + 扇出)) 是针对零点斜率为 1 的激活函数（如 tanh）推导的，这里却配上了 ReLU。',
      },
      settings: { initializer: 'glorotNormal' },
      look: 'norms',
      prediction: {
        question: { en: 'What is a layer’s factor?', 'zh-CN': '每层的因子是多少？' },
        options: [
          { en: 'about 0.7', 'zh-CN': '约 0.7' },
          { en: 'about 1', 'zh-CN': '约 1' },
          { en: 'about 1.4', 'zh-CN': '约 1.4' },
        ],
        answer: 0,
      },
      checks: [growth(0.71, 0.1)],
      explanation: {
        en: 'Half of the squared norm is lost in every layer: √½ ≈ 0.71. Initialization and activation belong together.',
        'zh-CN': '每层损失范数平方的一半：√½ ≈ 0.71。初始化与激活函数要配套。',
      },
    },
    {
      title: { en: 'Does it learn?', 'zh-CN': '能学会吗？' },
      text: {
        en: 'He initialization, ten layers, learning rate 0.05. Train 300 steps.',
        'zh-CN': 'He 初始化，十层，学习率 0.05。训练 300 步。',
      },
      settings: { depth: 10, learningRate: 0.05 },
      steps: 300,
      look: 'learning',
      prediction: {
        question: {
          en: 'No normalization, no clipping, plain SGD. What happens?',
          'zh-CN': '没有归一化，没有裁剪，只用 SGD。会怎样？',
        },
        options: [
          { en: 'it explodes later on', 'zh-CN': '之后会爆炸' },
          { en: 'it stays at chance', 'zh-CN': '停在随机水平' },
          { en: 'it learns', 'zh-CN': '能学会' },
        ],
        answer: 2,
      },
      checks: [finiteTo(300), accuracy(300, '>', 0.85)],
      explanation: {
        en: 'A good start is the cheapest safeguard: it changes the gradient itself, in every layer, before the first step.',
        'zh-CN': '好的起点是代价最小的防护：在第一步之前，就改变了每一层的梯度本身。',
      },
    },
  ],
});
