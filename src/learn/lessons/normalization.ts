import { finiteTo, gradient, growth, growthLimit } from '../checks';
import { lesson } from '../lesson';

/** What normalization does to the gradient. */
export const normalization = lesson({
  id: 'normalization',
  title: { en: 'Normalization', 'zh-CN': '归一化' },
  about: {
    en: 'Dividing by the size of the signal takes the scale of the weights out of the product. It does not make the product 1.',
    'zh-CN': '除以信号的大小，就把权重的尺度从乘积中去掉。但这并不使乘积等于 1。',
  },
  settings: { depth: 20, gain: 1.5, loss: 'meanSquaredError', learningRate: 0.01 },
  steps: [
    {
      title: { en: 'Without', 'zh-CN': '没有归一化' },
      text: {
        en: 'The exploding network: ReLU, 20 layers, weights 1.5 times too large.',
        'zh-CN': '爆炸的网络：ReLU，20 层，权重为合适大小的 1.5 倍。',
      },
      look: 'norms',
      checks: [growth(1.5, 0.08), gradient(0, '>', 1e6)],
      explanation: {
        en: 'Each layer multiplies the gradient by 1.5.',
        'zh-CN': '每层使梯度乘以 1.5。',
      },
    },
    {
      title: { en: 'Layer normalization', 'zh-CN': '层归一化' },
      text: {
        en: 'Every sample’s preactivations are brought to mean 0 and deviation 1. The weights stay 1.5 times too large.',
        'zh-CN': '每个样本的预激活值被变换为均值 0、标准差 1。权重仍为合适大小的 1.5 倍。',
      },
      settings: { normalization: 'layer' },
      steps: 50,
      look: 'norms',
      prediction: {
        question: { en: 'What is a layer’s factor?', 'zh-CN': '每层的因子是多少？' },
        options: [
          { en: 'about 1', 'zh-CN': '约 1' },
          { en: 'still 1.5: the weights are the same', 'zh-CN': '仍是 1.5：权重没变' },
          { en: 'about 1/1.5', 'zh-CN': '约 1/1.5' },
        ],
        answer: 0,
      },
      checks: [growth(1, 0.1), finiteTo(50)],
      explanation: {
        en: 'On the way back the gradient is divided by the deviation of the preactivations, which is as much too large as the weights are. The gain cancels.',
        'zh-CN': '反向传播时梯度要除以预激活值的标准差，而它与权重同样偏大，增益因此抵消。',
      },
    },
    {
      title: { en: 'Weights five times too large', 'zh-CN': '权重为合适大小的五倍' },
      text: {
        en: 'Layer normalization again, and a gain of 5. Without it, 5¹⁸ would be 4 · 10¹².',
        'zh-CN': '仍用层归一化，增益为 5。若没有它，5¹⁸ 约为 4 · 10¹²。',
      },
      settings: { normalization: 'layer', gain: 5 },
      look: 'norms',
      prediction: {
        question: { en: 'What is a layer’s factor?', 'zh-CN': '每层的因子是多少？' },
        options: [
          { en: 'about 5', 'zh-CN': '约 5' },
          { en: 'about 3.3', 'zh-CN': '约 3.3' },
          { en: 'about 1', 'zh-CN': '约 1' },
        ],
        answer: 2,
      },
      checks: [growth(1, 0.1)],
      explanation: {
        en: 'Whatever the gain, it cancels. The output layer is not normalized, so the loss does grow with it.',
        'zh-CN': '无论增益多大都会抵消。输出层没有归一化，因此损失仍随增益变大。',
      },
    },
    {
      title: { en: 'Batch normalization', 'zh-CN': '批归一化' },
      text: {
        en: 'Now over the batch, with 50 layers, He initialization and gain 1: a network that is healthy without it.',
        'zh-CN': '现在沿批次归一化，50 层，He 初始化，增益 1：不加它时，这个网络是健康的。',
      },
      settings: {
        normalization: 'batch',
        gain: 1,
        depth: 50,
        loss: 'softmaxCrossEntropy',
      },
      look: 'norms',
      prediction: {
        question: {
          en: 'What is a layer’s factor at step 0?',
          'zh-CN': '第 0 步每层的因子是多少？',
        },
        options: [
          { en: 'below 1', 'zh-CN': '小于 1' },
          { en: 'about 1', 'zh-CN': '约 1' },
          { en: 'about 1.22', 'zh-CN': '约 1.22' },
        ],
        answer: 2,
      },
      checks: [growth(1.22, 0.06)],
      explanation: {
        en: 'Centering over the batch takes away what all samples have in common, which carries no gradient; the rest is scaled up. The squared norm grows by π/(π − 1) ≈ 1.47 per ReLU layer (Yang et al. 2019).',
        'zh-CN':
          '沿批次中心化去掉了所有样本共有的部分（这部分不携带梯度），其余部分被放大。每个 ReLU 层使范数平方变为 π/(π − 1) ≈ 1.47 倍（Yang 等，2019）。',
      },
    },
    {
      title: { en: 'Ten steps later', 'zh-CN': '十步之后' },
      text: {
        en: 'Over 50 layers 1.22 makes more than ten thousand. Train ten steps with a learning rate of 0.01.',
        'zh-CN': '1.22 连乘近 50 层，超过一万。以 0.01 的学习率训练十步。',
      },
      settings: {
        normalization: 'batch',
        gain: 1,
        depth: 50,
        loss: 'softmaxCrossEntropy',
      },
      steps: 10,
      look: 'norms',
      prediction: {
        question: { en: 'What happens in ten steps?', 'zh-CN': '十步之内会怎样？' },
        options: [
          { en: 'NaN', 'zh-CN': '出现 NaN' },
          { en: 'the growth per layer calms down', 'zh-CN': '每层倍数趋于平缓' },
          { en: 'nothing changes', 'zh-CN': '没有变化' },
        ],
        answer: 1,
      },
      checks: [growthLimit(10, '<', 1.18), finiteTo(10)],
      explanation: {
        en: 'A large step makes normalized weights larger, and larger weights get smaller gradients. So the explosion of batch normalization calms itself in training.',
        'zh-CN':
          '大步更新使被归一化的权重变大，而更大的权重得到更小的梯度。因此批归一化的爆炸会在训练中自行平缓。',
      },
    },
  ],
});
