import { accuracy, finiteTo, growthLimit } from '../checks';
import { lesson } from '../lesson';

/** Diagnosing your own run. */
export const diagnosis = lesson({
  id: 'diagnosis',
  title: { en: 'Diagnose your own run', 'zh-CN': '诊断自己的训练' },
  about: {
    en: 'Four broken networks. Read the diagnosis, change a setting, and see whether it holds.',
    'zh-CN': '四个有问题的网络。阅读诊断，改变设置，看是否见效。',
  },
  settings: {},
  steps: [
    {
      title: { en: 'Find the factor', 'zh-CN': '找出因子' },
      text: {
        en: 'Something in this network multiplies the gradient by 1.5 per layer. Make the growth per layer about 1. There is more than one way.',
        'zh-CN': '这个网络中有什么使梯度每层乘以 1.5。把每层倍数变为约 1。方法不止一种。',
      },
      settings: { depth: 20, gain: 1.5, loss: 'meanSquaredError', learningRate: 0.01 },
      look: 'reading',
      checks: [growthLimit(0, '>', 0.88), growthLimit(0, '<', 1.12)],
      explanation: {
        en: 'Gain 1, layer or RMS normalization or a scaled skip change the gradient itself. Clipping, Adam and a smaller learning rate do not.',
        'zh-CN':
          '增益 1、层归一化或 RMS 归一化、按比例缩小的残差分支，改变的是梯度本身。裁剪、Adam 和更小的学习率则不能。',
      },
      solution: { gain: 1 },
    },
    {
      title: { en: 'Nothing arrives', 'zh-CN': '梯度传不到输入端' },
      text: {
        en: 'Here the gradient vanishes on its way to the input. Keep at least 0.85 of it per layer.',
        'zh-CN': '这里梯度在传向输入时消失。使每层至少保留 0.85 倍。',
      },
      settings: {
        depth: 10,
        activation: 'sigmoid',
        initializer: 'glorotNormal',
        gain: 1,
        learningRate: 0.01,
      },
      look: 'reading',
      checks: [growthLimit(0, '>', 0.85), growthLimit(0, '<', 1.2)],
      explanation: {
        en: 'An activation with a slope of 1 where the signal is, or weights that make up for its slope.',
        'zh-CN': '要么用在信号所处位置斜率为 1 的激活函数，要么用能补偿斜率的权重。',
      },
      solution: { activation: 'tanh' },
    },
    {
      title: { en: 'Healthy layers, lost run', 'zh-CN': '各层正常，训练却失败' },
      text: {
        en: 'The growth per layer is about 1, and yet the run is lost within 20 steps. Keep it finite for 20 steps, and try to do so without touching the learning rate.',
        'zh-CN':
          '每层倍数约为 1，训练却在 20 步内失败。使其 20 步内数值保持有限，并尽量不改学习率。',
      },
      settings: {
        dataset: 'wave',
        depth: 10,
        gain: 1,
        loss: 'meanSquaredError',
        learningRate: 0.01,
        targetScale: 1000,
      },
      steps: 20,
      look: 'settings',
      checks: [finiteTo(20)],
      explanation: {
        en: 'The gradient starts with the error, and the targets were a thousand times too large. Large everywhere is not the same as growing.',
        'zh-CN': '梯度始于误差，而目标大了一千倍。处处都大，与逐层增长不是一回事。',
      },
      solution: { targetScale: 1 },
    },
    {
      title: { en: 'Finite, and at chance', 'zh-CN': '数值有限，准确率却停在随机水平' },
      text: {
        en: 'No NaN anywhere, and still nothing is learned. Get the training accuracy above 60 % within 100 steps.',
        'zh-CN': '没有任何 NaN，却什么也学不到。使训练准确率在 100 步内超过 60 %。',
      },
      settings: {
        depth: 30,
        activation: 'tanh',
        initializer: 'lecunNormal',
        gain: 3,
        learningRate: 0.01,
      },
      steps: 100,
      look: 'norms',
      checks: [finiteTo(100), accuracy(100, '>', 0.6)],
      explanation: {
        en: 'Explosion need not end in NaN. The curve over the layers tells, whatever the loss says.',
        'zh-CN': '爆炸不一定以 NaN 告终。无论损失如何，各层曲线都能说明问题。',
      },
      solution: { gain: 1, learningRate: 0.05 },
    },
  ],
});
