import type { Word } from './word';

/** Words of what keeps training finite. */
export const safeguards = {
  safeguard: {
    term: { en: 'Safeguard', 'zh-CN': '防护措施' },
    text: {
      en: 'Anything that is meant to keep training finite. Some change the gradient itself, most change only the update.',
      'zh-CN': '旨在使训练中的数值保持有限的措施。少数改变梯度本身，多数只改变更新。',
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
  penalty: {
    term: { en: 'L1 and L2 penalty', 'zh-CN': 'L1 与 L2 惩罚项' },
    text: {
      en: 'Adds the sizes (L1) or the squares (L2) of the weights to the loss, so that every step pulls them towards 0. It leaves the gradient at initialization all but unchanged.',
      'zh-CN':
        '把权重的绝对值（L1）或平方（L2）加到损失上，使每一步都把权重拉向 0。初始化时的梯度几乎不变。',
    },
    formula: String.raw`L+\lambda\sum|w|,\quad L+\lambda\sum w^2`,
    source: {
      authors: 'A. Krogh, J. A. Hertz',
      year: 1991,
      title: 'A Simple Weight Decay Can Improve Generalization',
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
  centralization: {
    term: { en: 'Centralized or standardized gradient', 'zh-CN': '梯度中心化与标准化' },
    text: {
      en: 'Centralization takes the mean out of the gradient of each unit’s weights. Standardization also divides the gradient of each tensor by its deviation. Both act on the update: the layers pass on what they did before.',
      'zh-CN':
        '中心化从每个单元权重的梯度中减去均值；标准化还将每个张量的梯度除以其标准差。两者都只作用于更新，各层间传递的梯度不变。',
    },
    formula: String.raw`g\leftarrow\frac{g-\bar g}{\sigma_g+\varepsilon}`,
    source: {
      authors: 'A. W. Yu, L. Huang, Q. Lin, R. Salakhutdinov, J. Carbonell',
      year: 2017,
      title:
        'Block-Normalized Gradient Method: An Empirical Study for Training Deep Neural Network',
    },
  },
  layerwiseScaling: {
    term: { en: 'Layer-wise scaling', 'zh-CN': '逐层缩放' },
    text: {
      en: 'Scales the gradient of every layer to a share of the size of its weights, so that no layer is moved too far: by norms in LARS, by mean magnitudes in its L1 form.',
      'zh-CN':
        '将每层的梯度缩放到其权重大小的一定比例，使任何一层都不会更新过大：LARS 按范数，其 L1 形式按平均幅度。',
    },
    formula: String.raw`g_l\leftarrow\eta\,\frac{\lVert\theta_l\rVert}{\lVert g_l\rVert}\,g_l`,
    source: {
      authors: 'Y. You, I. Gitman, B. Ginsburg',
      year: 2017,
      title: 'Large Batch Training of Convolutional Networks',
    },
  },
  blockUpdates: {
    term: { en: 'Block updates', 'zh-CN': '分块更新' },
    text: {
      en: 'Moves the parameters of one layer per step and leaves the others where they are. The gradient is still that of the whole network.',
      'zh-CN': '每步只更新一层的参数，其余各层不动。梯度仍是整个网络的梯度。',
    },
    source: {
      authors: 'Y. Nesterov',
      year: 2012,
      title: 'Efficiency of Coordinate Descent Methods on Huge-Scale Optimization Problems',
    },
  },
  warmUp: {
    term: { en: 'Warm-up', 'zh-CN': '学习率预热' },
    text: {
      en: 'A learning rate that rises over the first steps.',
      'zh-CN': '学习率在最初若干步内逐渐升高。',
    },
    source: {
      authors: 'P. Goyal, P. Dollár, R. Girshick, P. Noordhuis, L. Wesolowski, A. Kyrola, et al.',
      year: 2017,
      title: 'Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour',
    },
  },
  accumulation: {
    term: { en: 'Gradient accumulation', 'zh-CN': '梯度累积' },
    text: {
      en: 'The gradient of a batch as the mean over parts of it, for batches that do not fit into memory.',
      'zh-CN': '将一批数据分成若干部分并平均其梯度，用于内存放不下的大批次。',
    },
    source: {
      authors: 'M. Ott, S. Edunov, D. Grangier, M. Auli',
      year: 2018,
      title: 'Scaling Neural Machine Translation',
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
} as const satisfies Record<string, Word>;
