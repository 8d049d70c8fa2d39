import type { Word } from './word';

/** Words of the backward pass. */
export const gradients = {
  gradient: {
    term: { en: 'Gradient', 'zh-CN': '梯度' },
    text: {
      en: 'How much the loss changes per unit of each parameter or signal. Training moves the parameters against it.',
      'zh-CN': '损失对每个参数或信号的变化率。训练沿其反方向更新参数。',
    },
    formula: String.raw`g=\frac{\partial L}{\partial\theta}`,
    source: {
      authors: 'D. E. Rumelhart, G. E. Hinton, R. J. Williams',
      year: 1986,
      title: 'Learning Representations by Back-Propagating Errors',
    },
  },
  gradientNorm: {
    term: { en: 'Gradient norm', 'zh-CN': '梯度范数' },
    text: {
      en: 'The length of a gradient: the root of the sum of its squared components. Here one number for each layer and step.',
      'zh-CN': '梯度的长度，即各分量平方和的平方根。本页对每层每步各给出一个数值。',
    },
    formula: String.raw`\lVert g\rVert=\sqrt{\sum_i g_i^2}`,
    source: {
      authors: 'R. Pascanu, T. Mikolov, Y. Bengio',
      year: 2013,
      title: 'On the Difficulty of Training Recurrent Neural Networks',
    },
  },
  explodingGradient: {
    term: { en: 'Exploding gradient', 'zh-CN': '梯度爆炸' },
    text: {
      en: 'A gradient that grows by a factor above 1 in every layer on its way back, so that the first layers get one many times larger than the last ones. It need not be NaN.',
      'zh-CN':
        '梯度在反向传播中每层乘以大于 1 的倍数，使前面各层的梯度远大于后面各层。它不一定表现为 NaN。',
    },
    source: {
      authors: 'Y. Bengio, P. Simard, P. Frasconi',
      year: 1994,
      title: 'Learning Long-Term Dependencies with Gradient Descent is Difficult',
    },
  },
  vanishingGradient: {
    term: { en: 'Vanishing gradient', 'zh-CN': '梯度消失' },
    text: {
      en: 'The same with a factor below 1: the first layers get almost nothing and hardly learn.',
      'zh-CN': '每层倍数小于 1 时的同一现象：前面各层几乎得不到梯度，难以学习。',
    },
    source: {
      authors: 'S. Hochreiter',
      year: 1991,
      title: 'Untersuchungen zu dynamischen neuronalen Netzen',
    },
  },
  backpropagation: {
    term: { en: 'Backpropagation', 'zh-CN': '反向传播' },
    text: {
      en: 'The chain rule, from the loss back to the input: each layer turns the gradient of its output into that of its input and of its parameters.',
      'zh-CN': '从损失到输入应用链式法则：每一层把对输出的梯度变为对输入和对自身参数的梯度。',
    },
    source: {
      authors: 'D. E. Rumelhart, G. E. Hinton, R. J. Williams',
      year: 1986,
      title: 'Learning Representations by Back-Propagating Errors',
    },
  },
  chainRule: {
    term: { en: 'Chain rule', 'zh-CN': '链式法则' },
    text: {
      en: 'The derivative of a composition is the product of the derivatives. A product of L factors is why depth is an exponent.',
      'zh-CN': '复合函数的导数等于各导数之积。L 个倍数相乘，正是深度成为指数的原因。',
    },
    formula: String.raw`\frac{\partial L}{\partial h_{l-1}}=\frac{\partial L}{\partial h_l}\,\frac{\partial h_l}{\partial h_{l-1}}`,
    source: {
      authors: 'S. Linnainmaa',
      year: 1976,
      title: 'Taylor Expansion of the Accumulated Rounding Error',
    },
  },
  jacobian: {
    term: { en: 'Jacobian', 'zh-CN': '雅可比矩阵' },
    text: {
      en: 'All derivatives of a layer’s outputs with respect to its inputs. Its singular values say by how much the layer stretches a gradient.',
      'zh-CN': '某层输出对输入的全部偏导数。其奇异值说明该层将梯度放大多少。',
    },
    formula: String.raw`J_l=\frac{\partial h_l}{\partial h_{l-1}}=\operatorname{diag}\bigl(\varphi'(z_l)\bigr)\,W_l^{\top}`,
    source: {
      authors: 'J. Pennington, S. S. Schoenholz, S. Ganguli',
      year: 2017,
      title:
        'Resurrecting the Sigmoid in Deep Learning through Dynamical Isometry: Theory and Practice',
    },
  },
  growthPerLayer: {
    term: { en: 'Growth per layer', 'zh-CN': '每层倍数' },
    text: {
      en: 'The geometric mean factor by which ‖∂L/∂h‖ grows from one hidden layer to the one before it. 1 is steady.',
      'zh-CN': '‖∂L/∂h‖ 从一个隐藏层传到前一层的几何平均倍数。等于 1 表示平稳。',
    },
    formula: String.raw`\rho=\left(\frac{\lVert\partial L/\partial h_1\rVert}{\lVert\partial L/\partial h_{D-1}\rVert}\right)^{1/(D-2)}`,
    source: {
      authors: 'S. S. Schoenholz, J. Gilmer, S. Ganguli, J. Sohl-Dickstein',
      year: 2017,
      title: 'Deep Information Propagation',
    },
  },
  amplification: {
    term: { en: 'Amplification', 'zh-CN': '放大倍数' },
    text: {
      en: 'A layer’s norm over that of the output layer: the color of every cell and point.',
      'zh-CN': '某层范数与输出层范数之比，即每个单元格和数据点的颜色。',
    },
  },
  updateRatio: {
    term: { en: 'Relative update', 'zh-CN': '相对更新量' },
    text: {
      en: 'The size of a step over that of the parameters. About 0.001 is usual, above 0.1 is too far.',
      'zh-CN': '一步更新的大小与参数大小之比。通常约 0.001，超过 0.1 则过大。',
    },
    formula: String.raw`\frac{\lVert\Delta\theta_l\rVert}{\lVert\theta_l\rVert}`,
    source: {
      authors: 'Y. You, I. Gitman, B. Ginsburg',
      year: 2017,
      title: 'Large Batch Training of Convolutional Networks',
    },
  },
} as const satisfies Record<string, Word>;
