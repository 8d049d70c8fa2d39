import type { Word } from './word';

/** Words of the update and of numbers. */
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
  learningRate: {
    term: { en: 'Learning rate', 'zh-CN': '学习率' },
    text: {
      en: 'The factor η from gradient to step. It changes the update, not the gradient.',
      'zh-CN': '由梯度到更新的系数 η。它改变更新，不改变梯度。',
    },
    formula: String.raw`\Delta\theta=-\eta\,g`,
  },
  momentum: {
    term: { en: 'Momentum', 'zh-CN': '动量' },
    text: {
      en: 'A running sum of gradients that the step follows.',
      'zh-CN': '梯度的累积和，更新沿其方向进行。',
    },
    formula: String.raw`v\leftarrow\mu v+g`,
  },
  adam: {
    term: { en: 'Adam', 'zh-CN': 'Adam' },
    text: {
      en: 'Divides the mean gradient by the root of its mean square v, so that steps are about the learning rate whatever the gradient’s size. Where g² overflows, v is infinite and the step is 0.',
      'zh-CN':
        '将梯度均值除以其均方 v 的平方根，使步长约等于学习率，与梯度大小无关。g² 溢出时 v 为无穷，步长为 0。',
    },
    source: {
      authors: 'D. P. Kingma, J. Ba',
      year: 2015,
      title: 'Adam: A Method for Stochastic Optimization',
    },
  },
  clipping: {
    term: { en: 'Gradient clipping', 'zh-CN': '梯度裁剪' },
    text: {
      en: 'Shortens a gradient that is longer than c before the step. What the layers pass on is as large as before.',
      'zh-CN': '在更新前将长度超过 c 的梯度缩短。各层间传递的梯度大小不变。',
    },
    formula: String.raw`g\leftarrow g\,\min\left(1,\frac{c}{\lVert g\rVert}\right)`,
    source: {
      authors: 'R. Pascanu, T. Mikolov, Y. Bengio',
      year: 2013,
      title: 'On the Difficulty of Training Recurrent Neural Networks',
    },
  },
  weightDecay: {
    term: { en: 'Weight decay', 'zh-CN': '权重衰减' },
    text: {
      en: 'Shrinks the weights a little at every step, as a penalty (L2) or beside the optimizer (decoupled).',
      'zh-CN': '每步略微缩小权重，可作为惩罚项（L2），也可与优化器解耦。',
    },
    source: {
      authors: 'I. Loshchilov, F. Hutter',
      year: 2019,
      title: 'Decoupled Weight Decay Regularization',
    },
  },
  warmUp: {
    term: { en: 'Warm-up', 'zh-CN': '学习率预热' },
    text: {
      en: 'A learning rate that rises over the first steps.',
      'zh-CN': '学习率在最初若干步内逐渐升高。',
    },
  },
  accumulation: {
    term: { en: 'Gradient accumulation', 'zh-CN': '梯度累积' },
    text: {
      en: 'The gradient of a batch as the mean over parts of it, for batches that do not fit into memory.',
      'zh-CN': '将一批数据分成若干部分并平均其梯度，用于内存放不下的大批次。',
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
  lossScaling: {
    term: { en: 'Loss scaling', 'zh-CN': '损失缩放' },
    text: {
      en: 'Multiplies the loss by S and divides the gradients by it, so that small gradients do not round to 0 in float16.',
      'zh-CN': '将损失乘以 S，再将梯度除以 S，避免小梯度在 float16 中舍入为 0。',
    },
    formula: String.raw`g=\tfrac1S\nabla(S L)`,
    source: { authors: 'P. Micikevicius et al.', year: 2018, title: 'Mixed Precision Training' },
  },
  safeguard: {
    term: { en: 'Safeguard', 'zh-CN': '防护措施' },
    text: {
      en: 'Anything that is meant to keep training finite. Some change the gradient itself, most change only the update.',
      'zh-CN': '旨在使训练保持有限的措施。少数改变梯度本身，多数只改变更新。',
    },
  },
} as const satisfies Record<string, Word>;
