import type { Word } from './word';

/** Words of training, of its update and of numbers. */
export const training = {
  loss: {
    term: { en: 'Loss', 'zh-CN': '损失' },
    text: {
      en: 'What training makes small: how far the outputs are from the targets, as a mean over the batch.',
      'zh-CN': '训练要减小的量：输出与目标之间的差距，按批次取平均。',
    },
  },
  accuracy: {
    term: { en: 'Accuracy', 'zh-CN': '准确率' },
    text: {
      en: 'The share of samples whose largest output is that of their class. Chance is one over the number of classes, or what the most common class has.',
      'zh-CN': '最大输出恰为所属类别的样本比例。随机水平为类别数的倒数，或最常见类别所占比例。',
    },
  },
  batch: {
    term: { en: 'Batch', 'zh-CN': '批' },
    text: {
      en: 'The samples of one step. An epoch is every training sample once.',
      'zh-CN': '一步所用的样本。每个训练样本各用一次为一轮（epoch）。',
    },
  },
  optimizer: {
    term: { en: 'Optimizer', 'zh-CN': '优化器' },
    text: {
      en: 'What turns the gradient into an update of the parameters: SGD multiplies it by the learning rate, momentum adds up past ones, Adam and RMSProp rescale every component. The gradient itself is the same for all.',
      'zh-CN':
        '把梯度变为参数更新的方法：SGD 乘以学习率，动量法累积过去的梯度，Adam 与 RMSProp 逐分量重新缩放。梯度本身与优化器无关。',
    },
    formula: String.raw`\theta\leftarrow\theta+\Delta\theta`,
    source: {
      authors: 'H. Robbins, S. Monro',
      year: 1951,
      title: 'A Stochastic Approximation Method',
    },
  },
  learningRate: {
    term: { en: 'Learning rate', 'zh-CN': '学习率' },
    text: {
      en: 'The factor η from gradient to step. It changes the update, not the gradient.',
      'zh-CN': '由梯度到更新的系数 η。它改变更新，不改变梯度。',
    },
    formula: String.raw`\Delta\theta=-\eta\,g`,
    source: {
      authors: 'H. Robbins, S. Monro',
      year: 1951,
      title: 'A Stochastic Approximation Method',
    },
  },
  schedule: {
    term: { en: 'Learning-rate schedule', 'zh-CN': '学习率调度' },
    text: {
      en: 'How the learning rate changes from step to step: not at all, in stairs, or along a cosine down to 0.',
      'zh-CN': '学习率随步数的变化方式：恒定、阶梯式下降，或沿余弦曲线降到 0。',
    },
    source: {
      authors: 'I. Loshchilov, F. Hutter',
      year: 2017,
      title: 'SGDR: Stochastic Gradient Descent with Warm Restarts',
    },
  },
  momentum: {
    term: { en: 'Momentum', 'zh-CN': '动量' },
    text: {
      en: 'A running sum of gradients that the step follows.',
      'zh-CN': '梯度带衰减的累积和，更新沿其方向进行。',
    },
    formula: String.raw`v\leftarrow\mu v+g`,
    source: {
      authors: 'B. T. Polyak',
      year: 1964,
      title: 'Some Methods of Speeding up the Convergence of Iteration Methods',
    },
  },
  adam: {
    term: { en: 'Adam', 'zh-CN': 'Adam' },
    text: {
      en: 'Divides the mean gradient by the root of its mean square v, so that steps are about the learning rate whatever the gradient’s size. Where g² overflows, v is infinite and the step is 0.',
      'zh-CN':
        '将梯度均值除以其均方 v 的平方根，使步长约等于学习率，与梯度大小无关。g² 溢出时 v 为无穷大，步长为 0。',
    },
    source: {
      authors: 'D. P. Kingma, J. Ba',
      year: 2015,
      title: 'Adam: A Method for Stochastic Optimization',
    },
  },
  numberFormat: {
    term: { en: 'Number format', 'zh-CN': '数值格式' },
    text: {
      en: 'How numbers are kept: float32 with about seven digits up to 3.4×10³⁸, float16 with about three up to 65504. What is larger becomes infinite, what is too small becomes 0.',
      'zh-CN':
        '数值的存储方式：float32 约有 7 位有效数字，上限 3.4×10³⁸；float16 约有 3 位，上限 65504。更大的数变为无穷大，过小的数变为 0。',
    },
    source: {
      authors: 'P. Micikevicius et al.',
      year: 2018,
      title: 'Mixed Precision Training',
    },
  },
  nonFinite: {
    term: { en: 'Non-finite', 'zh-CN': '非有限值' },
    text: {
      en: 'Infinite or NaN (“not a number”, such as ∞ − ∞). Once in the weights it is everywhere.',
      'zh-CN': '无穷大或 NaN（“非数”，例如 ∞ − ∞）。一旦进入权重便会扩散到各处。',
    },
  },
  overflow: {
    term: { en: 'Overflow', 'zh-CN': '溢出' },
    text: {
      en: 'A number too large for its format: above 65504 in float16, above 3.4×10³⁸ in float32.',
      'zh-CN': '数值超出格式的范围：float16 超过 65504，float32 超过 3.4×10³⁸。',
    },
  },
  subnormal: {
    term: { en: 'Subnormal number', 'zh-CN': '次正规数' },
    text: {
      en: 'A number below the smallest normal one, with fewer digits: below 6.1×10⁻⁵ in float16, 1.2×10⁻³⁸ in float32.',
      'zh-CN': '小于最小正规数、精度较低的数：float16 低于 6.1×10⁻⁵，float32 低于 1.2×10⁻³⁸。',
    },
  },
} as const satisfies Record<string, Word>;
