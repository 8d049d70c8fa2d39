import { growth, growthOverall } from '../checks';
import { lesson } from '../lesson';

/** The chain rule is a product. */
export const chainRule = lesson({
  id: 'chainRule',
  title: { en: 'The chain rule is a product', 'zh-CN': '链式法则是乘积' },
  about: {
    en: 'Backpropagation multiplies one factor per layer. See the factors, then their product.',
    'zh-CN': '反向传播每过一层就乘上一个因子。先看因子，再看乘积。',
  },
  settings: { depth: 10, gain: 1 },
  steps: [
    {
      title: { en: 'One factor per layer', 'zh-CN': '每层一个因子' },
      text: {
        en: 'Going back from layer l to l−1, the gradient is multiplied: ∂L/∂hₗ₋₁ = (φ′(zₗ) ⊙ ∂L/∂hₗ) · Wₗᵀ. The chart shows both factors: what the weights do and what the activation does.',
        'zh-CN':
          '从第 l 层传回第 l−1 层时，梯度按下式相乘：∂L/∂hₗ₋₁ = (φ′(zₗ) ⊙ ∂L/∂hₗ) · Wₗᵀ。图中给出两个因子：权重的作用和激活函数的作用。',
      },
      look: 'mechanism',
      checks: [growth(1, 0.12)],
      explanation: {
        en: 'ReLU lets about half of the squared gradient through; He’s weights double it. The product is about 1, so every layer gets about the same gradient.',
        'zh-CN':
          'ReLU 大约让梯度范数平方的一半通过，He 初始化的权重又使其加倍。乘积约为 1，各层得到的梯度大致相同。',
      },
    },
    {
      title: { en: 'Weights twice as large', 'zh-CN': '权重大一倍' },
      text: {
        en: 'Now every weight is multiplied by 2. The slope of ReLU stays 0 or 1.',
        'zh-CN': '现在所有权重乘以 2。ReLU 的斜率仍是 0 或 1。',
      },
      settings: { gain: 2 },
      look: 'mechanism',
      prediction: {
        question: {
          en: 'By how much does one layer multiply the norm of the gradient?',
          'zh-CN': '每一层使梯度范数变为原来的几倍？',
        },
        options: [
          { en: 'still about ×1', 'zh-CN': '仍约为 ×1' },
          { en: 'about ×2', 'zh-CN': '约 ×2' },
          { en: 'about ×4', 'zh-CN': '约 ×4' },
        ],
        answer: 1,
      },
      checks: [growth(2, 0.12)],
      explanation: {
        en: 'The factor is linear in the weights: twice the weights, twice the norm. The squared norm grows by 4, which is where that number belongs.',
        'zh-CN': '因子与权重成正比：权重加倍，范数加倍。变为 4 倍的是范数的平方。',
      },
    },
    {
      title: { en: 'Ten factors', 'zh-CN': '十个因子' },
      text: {
        en: 'A depth of 12 has 11 hidden layers, with 10 factors between the last and the first.',
        'zh-CN': '深度 12 有 11 个隐藏层，从最后一层到第一层之间有 10 个因子。',
      },
      settings: { gain: 2, depth: 12 },
      look: 'norms',
      prediction: {
        question: {
          en: 'How much larger is the gradient at the first hidden layer than at the last?',
          'zh-CN': '第一个隐藏层的梯度是最后一个的多少倍？',
        },
        options: [
          { en: 'about 20 times: the factors add up', 'zh-CN': '约 20 倍：因子相加' },
          { en: 'about 1000 times: the factors multiply', 'zh-CN': '约 1000 倍：因子相乘' },
          {
            en: 'about twice: only the last factor counts',
            'zh-CN': '约 2 倍：只有最后一个因子起作用',
          },
        ],
        answer: 1,
      },
      checks: [growthOverall(0, '>', 300), growthOverall(0, '<', 3000)],
      explanation: {
        en: '2¹⁰ = 1024. A random network of finite width scatters around it. On the logarithmic axis a product of equal factors is a straight line.',
        'zh-CN':
          '2¹⁰ = 1024。宽度有限的随机网络会在其附近波动。在对数坐标上，相同因子的乘积是一条直线。',
      },
    },
    {
      title: { en: 'A small slope', 'zh-CN': '小斜率' },
      text: {
        en: 'The other factor is the slope of the activation. That of the sigmoid is 1/4 at most. The weights are Glorot’s.',
        'zh-CN': '另一个因子是激活函数的斜率。sigmoid 的斜率至多为 1/4。权重用 Glorot 初始化。',
      },
      settings: { activation: 'sigmoid', initializer: 'glorotNormal' },
      look: 'mechanism',
      prediction: {
        question: {
          en: 'What happens to the gradient on its way to the input?',
          'zh-CN': '梯度传向输入时会怎样？',
        },
        options: [
          { en: 'it grows in every layer', 'zh-CN': '逐层增大' },
          { en: 'it stays about the same', 'zh-CN': '大致不变' },
          { en: 'it shrinks in every layer', 'zh-CN': '逐层缩小' },
        ],
        answer: 2,
      },
      checks: [growth(0.236, 0.15), growthOverall(0, '<', 1e-3)],
      explanation: {
        en: 'Each layer keeps about 0.24 of the norm. Vanishing and exploding are the same product, with factors below or above 1.',
        'zh-CN':
          '每层只留下约 0.24 倍的范数。梯度消失与梯度爆炸是同一个乘积，只是因子小于或大于 1。',
      },
    },
  ],
});
