import { accuracy, finiteTo, growth } from '../checks';
import { lesson } from '../lesson';

/** Activations and their slope. */
export const activation = lesson({
  id: 'activation',
  title: { en: 'Activations and their slope', 'zh-CN': '激活函数及其斜率' },
  about: {
    en: 'On the way back an activation counts only by its slope at the preactivations.',
    'zh-CN': '反向传播时，激活函数只以其在预激活值处的斜率起作用。',
  },
  settings: { depth: 20, gain: 1, loss: 'meanSquaredError', learningRate: 0.01 },
  steps: [
    {
      title: { en: 'Sigmoid: a quarter at most', 'zh-CN': 'sigmoid：斜率至多四分之一' },
      text: {
        en: 'The slope of the sigmoid is σ(z)(1 − σ(z)), never above 1/4. Glorot’s weights do not make up for it.',
        'zh-CN': 'sigmoid 的斜率是 σ(z)(1 − σ(z))，不超过 1/4。Glorot 初始化的权重弥补不了。',
      },
      settings: { activation: 'sigmoid', initializer: 'glorotNormal', depth: 10 },
      look: 'mechanism',
      checks: [growth(0.236, 0.15)],
      explanation: {
        en: 'The activation’s factor is about a quarter, the weights’ factor about 1.',
        'zh-CN': '激活函数的因子约为四分之一，权重的因子约为 1。',
      },
    },
    {
      title: { en: 'Tanh: one at zero', 'zh-CN': 'tanh：零点处斜率为 1' },
      text: {
        en: 'Tanh has the same shape, but its slope at zero is 1. The weights stay Glorot’s.',
        'zh-CN': 'tanh 形状相同，但零点处斜率为 1。权重仍用 Glorot 初始化。',
      },
      settings: { activation: 'tanh', initializer: 'glorotNormal', depth: 10 },
      look: 'mechanism',
      prediction: {
        question: { en: 'What is a layer’s factor now?', 'zh-CN': '现在每层的因子是多少？' },
        options: [
          { en: 'about 0.25', 'zh-CN': '约 0.25' },
          { en: 'a little below 1', 'zh-CN': '略小于 1' },
          { en: 'well above 1', 'zh-CN': '远大于 1' },
        ],
        answer: 1,
      },
      checks: [growth(0.91, 0.05)],
      explanation: {
        en: 'Preactivations away from zero have a slope below 1, so a little is lost in every layer.',
        'zh-CN': '偏离零点的预激活值处斜率小于 1，所以每层略有损失。',
      },
    },
    {
      title: { en: 'A leak', 'zh-CN': '负斜率' },
      text: {
        en: 'ReLU with He’s weights times 1.5 multiplies by 1.5. Leaky ReLU passes 0.2 where ReLU passes nothing. The network is 256 wide, so that chance counts for little.',
        'zh-CN':
          'ReLU 配上 1.5 倍的 He 初始化权重，每层使梯度乘以 1.5。在 ReLU 完全不通过之处，Leaky ReLU 仍让 0.2 倍通过。网络宽 256，以减小随机性的影响。',
      },
      settings: { activation: 'leakyRelu', negativeSlope: 0.2, gain: 1.5, width: 256 },
      steps: 2,
      look: 'norms',
      prediction: {
        question: {
          en: 'What does Leaky ReLU do to the explosion?',
          'zh-CN': 'Leaky ReLU 对梯度爆炸有何作用？',
        },
        options: [
          { en: 'it prevents it', 'zh-CN': '防止爆炸' },
          { en: 'it slows it down', 'zh-CN': '使其变慢' },
          { en: 'it makes it a little faster', 'zh-CN': '使其略快' },
        ],
        answer: 2,
      },
      checks: [growth(1.53, 0.03)],
      explanation: {
        en: 'More gets through: the mean squared slope is (1 + 0.2²)/2 instead of 1/2. Leaky ReLU cures dead units, which is another matter.',
        'zh-CN':
          '通过的更多：斜率平方的均值是 (1 + 0.2²)/2，而不是 1/2。Leaky ReLU 解决的是单元死亡的问题，那是另一回事。',
      },
    },
    {
      title: { en: 'Bounded and exploding', 'zh-CN': '有界却爆炸' },
      text: {
        en: 'Tanh never gives more than 1, so the forward signal is bounded. Now the weights are three times LeCun’s, over 30 layers.',
        'zh-CN': 'tanh 的输出不超过 1，前向信号有界。现在权重是 LeCun 初始化的三倍，共 30 层。',
      },
      settings: { activation: 'tanh', initializer: 'lecunNormal', gain: 3, depth: 30 },
      steps: 60,
      look: 'norms',
      prediction: {
        question: { en: 'What happens?', 'zh-CN': '会怎样？' },
        options: [
          { en: 'the gradient vanishes, for tanh saturates', 'zh-CN': 'tanh 饱和，梯度消失' },
          {
            en: 'the gradient explodes, and nothing becomes NaN',
            'zh-CN': '梯度爆炸，但没有 NaN',
          },
          { en: 'NaN within a few steps', 'zh-CN': '几步之内出现 NaN' },
        ],
        answer: 1,
      },
      checks: [growth(1.364, 0.06), finiteTo(60), accuracy(60, '<', 0.6)],
      explanation: {
        en: 'Some units saturate, and those that do not have large weights: the mean product is 1.36 per layer. Two almost equal inputs end up far apart; the field calls it chaos (Poole et al. 2016).',
        'zh-CN':
          '一部分单元饱和，未饱和的单元权重很大：平均乘积为每层 1.36。两个几乎相同的输入最终相距甚远，文献称之为混沌（Poole 等，2016）。',
      },
    },
  ],
});
