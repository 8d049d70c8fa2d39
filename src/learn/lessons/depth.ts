import { finiteTo, gradient, growth, growthLimit, growthOverall, lostBy } from '../checks';
import { lesson } from '../lesson';

/** Why depth is an exponent. */
export const depth = lesson({
  id: 'depth',
  title: { en: 'Depth is an exponent', 'zh-CN': '深度是指数' },
  about: {
    en: 'The same small error in every layer is harmless in a shallow network and fatal in a deep one.',
    'zh-CN': '每层同样的一点偏差，在浅层网络中无害，在深层网络中致命。',
  },
  settings: { gain: 1.5, depth: 5, loss: 'meanSquaredError', learningRate: 0.001 },
  steps: [
    {
      title: { en: 'Five layers', 'zh-CN': '五层' },
      text: {
        en: 'The weights are 1.5 times too large. Train 50 steps.',
        'zh-CN': '权重为合适大小的 1.5 倍。训练 50 步。',
      },
      steps: 50,
      look: 'norms',
      checks: [growth(1.5, 0.2), finiteTo(50)],
      explanation: {
        en: 'Every layer multiplies by about 1.5, but there are only three factors between the hidden layers. Training does not mind.',
        'zh-CN': '每层约乘以 1.5，但隐藏层之间只有三个因子。训练不受影响。',
      },
    },
    {
      title: { en: 'Twenty layers', 'zh-CN': '二十层' },
      text: {
        en: 'The same weights, four times as many layers. The factor of one layer stays as it is.',
        'zh-CN': '权重相同，层数变为四倍。每层的因子不变。',
      },
      settings: { depth: 20 },
      look: 'norms',
      prediction: {
        question: {
          en: 'How much larger is the gradient at the first hidden layer than at the last?',
          'zh-CN': '第一个隐藏层的梯度是最后一个的多少倍？',
        },
        options: [
          { en: 'about 30 times', 'zh-CN': '约 30 倍' },
          { en: 'about 1000 times', 'zh-CN': '约 1000 倍' },
          { en: 'about 10⁻⁵ times as large', 'zh-CN': '约 10⁻⁵ 倍' },
        ],
        answer: 1,
      },
      checks: [growth(1.5, 0.08), growthOverall(0, '>', 400), gradient(0, '>', 1e6)],
      explanation: {
        en: '1.5¹⁸ ≈ 1500. The gradient of the parameters is larger still: the signal grew by the same factor on its way forward, and the error with it.',
        'zh-CN':
          '1.5¹⁸ ≈ 1500。参数的梯度还要更大：信号在前向传播中按同样的因子增长，误差也随之增大。',
      },
    },
    {
      title: { en: 'Train it', 'zh-CN': '训练它' },
      text: {
        en: 'Same network, same learning rate of 0.001 as with five layers.',
        'zh-CN': '网络相同，学习率与五层时一样为 0.001。',
      },
      settings: { depth: 20 },
      steps: 3,
      look: 'learning',
      prediction: {
        question: { en: 'What does training do?', 'zh-CN': '训练会怎样？' },
        options: [
          { en: 'it learns, only more slowly', 'zh-CN': '能学习，只是更慢' },
          { en: 'it overflows within three steps', 'zh-CN': '三步之内溢出' },
          { en: 'it stands still', 'zh-CN': '停滞不动' },
        ],
        answer: 1,
      },
      checks: [lostBy(3)],
      explanation: {
        en: 'The update is the learning rate times the gradient: 0.001 × 10⁷ or more. After it the weights are so large that the next forward pass overflows.',
        'zh-CN': '更新量是学习率乘以梯度：0.001 × 10⁷ 以上。更新后权重大得使下一次前向传播溢出。',
      },
    },
    {
      title: { en: 'A factor below one', 'zh-CN': '因子小于一' },
      text: {
        en: 'Now the weights are too small: half of He’s, over 20 layers.',
        'zh-CN': '现在权重过小：20 层，权重只有 He 初始化的一半。',
      },
      settings: { depth: 20, gain: 0.5 },
      look: 'norms',
      prediction: {
        question: {
          en: 'What is left of the gradient at the first hidden layer?',
          'zh-CN': '到第一个隐藏层时梯度还剩多少？',
        },
        options: [
          { en: 'about half', 'zh-CN': '约一半' },
          { en: 'about a twentieth', 'zh-CN': '约二十分之一' },
          { en: 'a few millionths', 'zh-CN': '百万分之几' },
        ],
        answer: 2,
      },
      checks: [growth(0.5, 0.1), growthOverall(0, '<', 1e-4)],
      explanation: {
        en: '0.5¹⁸ ≈ 4 · 10⁻⁶. Depth is the exponent in both directions. Only a factor of 1 survives it.',
        'zh-CN': '0.5¹⁸ ≈ 4 · 10⁻⁶。深度在两个方向上都是指数，只有因子为 1 才经得住。',
      },
    },
    {
      title: { en: 'Your turn: forty layers', 'zh-CN': '轮到你：四十层' },
      text: {
        en: 'Here are 40 layers with weights 1.5 times too large. Change one setting so that no layer adds to the gradient or takes from it. You may keep ReLU and the depth.',
        'zh-CN':
          '这里有 40 层，权重为合适大小的 1.5 倍。改变一项设置，使每层都不放大也不缩小梯度。ReLU 和深度可以保留。',
      },
      settings: { depth: 40 },
      look: 'settings',
      checks: [growthLimit(0, '>', 0.9), growthLimit(0, '<', 1.1)],
      explanation: {
        en: 'With a factor of about 1, forty layers are no more dangerous than five.',
        'zh-CN': '因子约为 1 时，四十层并不比五层更危险。',
      },
      solution: { gain: 1 },
    },
  ],
});
