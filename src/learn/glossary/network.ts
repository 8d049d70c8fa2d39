import type { Word } from './word';

/** Words of the forward pass and the initial weights. */
export const network = {
  layer: {
    term: { en: 'Layer', 'zh-CN': '层' },
    text: {
      en: 'A linear map and an activation function. Layers count from 1 at the input; the last one is the output layer.',
      'zh-CN': '线性变换加激活函数。层号从输入端的 1 开始，最后一层是输出层。',
    },
    formula: String.raw`z_l=h_{l-1}W_l+b_l,\quad h_l=\varphi(z_l)`,
    source: {
      authors: 'D. E. Rumelhart, G. E. Hinton, R. J. Williams',
      year: 1986,
      title: 'Learning Representations by Back-Propagating Errors',
    },
  },
  depth: {
    term: { en: 'Depth', 'zh-CN': '深度' },
    text: {
      en: 'The number of layers with weights. Factors per layer are raised to it.',
      'zh-CN': '带权重的层数。每层的倍数以它为指数累积。',
    },
  },
  width: {
    term: { en: 'Width', 'zh-CN': '宽度' },
    text: {
      en: 'The number of units of a hidden layer. The wider it is, the closer a random network comes to mean-field theory.',
      'zh-CN': '一个隐藏层的单元数。越宽，随机网络的表现越接近平均场理论。',
    },
  },
  preactivation: {
    term: { en: 'Preactivation', 'zh-CN': '预激活值' },
    text: {
      en: 'What a layer computes before its activation function: z.',
      'zh-CN': '一层在激活函数之前的值，记作 z。',
    },
  },
  activation: {
    term: { en: 'Activation function', 'zh-CN': '激活函数' },
    text: {
      en: 'The nonlinear function φ of each unit. Its slope φ′ is a factor of the gradient.',
      'zh-CN': '每个单元的非线性函数 φ，其斜率 φ′ 是梯度的一个因子。',
    },
  },
  saturation: {
    term: { en: 'Saturation', 'zh-CN': '饱和' },
    text: {
      en: 'A bounded activation near its limit, where its slope is almost 0: |h| above 0.97 for tanh.',
      'zh-CN': '有界激活函数接近极限处，斜率几乎为 0；对 tanh 而言为 |h| 大于 0.97。',
    },
    source: {
      authors: 'X. Glorot, Y. Bengio',
      year: 2010,
      title: 'Understanding the Difficulty of Training Deep Feedforward Neural Networks',
    },
  },
  deadUnit: {
    term: { en: 'Dead unit', 'zh-CN': '死亡单元' },
    text: {
      en: 'A unit that is 0 for every sample of the batch, as a ReLU can be: no gradient passes it.',
      'zh-CN': '对批内所有样本输出均为 0 的单元（如 ReLU），梯度无法通过。',
    },
    source: {
      authors: 'A. L. Maas, A. Y. Hannun, A. Y. Ng',
      year: 2013,
      title: 'Rectifier Nonlinearities Improve Neural Network Acoustic Models',
    },
  },
  fanIn: {
    term: { en: 'Fan in, fan out', 'zh-CN': '扇入、扇出' },
    text: {
      en: 'How many inputs a unit has, and how many units take its output. Initializers divide by them.',
      'zh-CN': '一个单元的输入数，以及接收其输出的单元数。初始化方法据此缩放权重。',
    },
  },
  initializer: {
    term: { en: 'Initializer', 'zh-CN': '初始化方法' },
    text: {
      en: 'How weights are drawn before training. Their variance decides the growth per layer.',
      'zh-CN': '训练前抽取权重的方式。权重的方差决定每层倍数。',
    },
    source: {
      authors: 'X. Glorot, Y. Bengio',
      year: 2010,
      title: 'Understanding the Difficulty of Training Deep Feedforward Neural Networks',
    },
  },
  gain: {
    term: { en: 'Gain', 'zh-CN': '增益' },
    text: {
      en: 'A factor on all initial weights. With He weights and ReLU the growth per layer is the gain itself.',
      'zh-CN': '乘在所有初始权重上的系数。He 初始化配 ReLU 时，每层倍数就等于增益。',
    },
  },
  meanField: {
    term: { en: 'Mean-field theory', 'zh-CN': '平均场理论' },
    text: {
      en: 'What a very wide random network does on average: the variance of its signals and the growth of its gradient, without training. Dashed in the charts, with the band of a finite width.',
      'zh-CN':
        '极宽随机网络的平均行为：无需训练即可得到信号方差与梯度增长。图中以虚线表示，并给出有限宽度的波动带。',
    },
    formula: String.raw`\chi=\sigma_w^2\,\mathbb E\left[\varphi'(z)^2\right]`,
    source: {
      authors: 'B. Poole, S. Lahiri, M. Raghu, J. Sohl-Dickstein, S. Ganguli',
      year: 2016,
      title: 'Exponential Expressivity in Deep Neural Networks through Transient Chaos',
    },
  },
  finiteWidth: {
    term: { en: 'Finite width', 'zh-CN': '有限宽度' },
    text: {
      en: 'A random network of finite width strays from mean-field theory: the logarithm of its squared gradient norm scatters with a variance β that grows with depth over width. It is the band in the charts.',
      'zh-CN':
        '有限宽度的随机网络会偏离平均场理论：其梯度范数平方的对数以方差 β 波动，β 随深度与宽度之比增大。图中的波动带即由此而来。',
    },
    formula: String.raw`\beta=\sum_l\frac{\kappa}{n_l},\quad\kappa=3\,\frac{\mathbb E[\varphi'^4]}{\mathbb E[\varphi'^2]^2}-1`,
    source: {
      authors: 'B. Hanin, M. Nica',
      year: 2019,
      title: 'Products of Many Large Random Matrices and Gradients in Deep Neural Networks',
    },
  },
  edgeOfChaos: {
    term: { en: 'Edge of chaos', 'zh-CN': '混沌边缘' },
    text: {
      en: 'Where χ is 1: below it signals grow alike and gradients vanish, above it they drift apart and gradients explode.',
      'zh-CN':
        'χ 等于 1 之处：低于它，不同输入的信号趋同、梯度消失；高于它，不同输入的信号相互远离、梯度爆炸。',
    },
    source: {
      authors: 'S. S. Schoenholz, J. Gilmer, S. Ganguli, J. Sohl-Dickstein',
      year: 2017,
      title: 'Deep Information Propagation',
    },
  },
  spectralNorm: {
    term: { en: 'Spectral norm', 'zh-CN': '谱范数' },
    text: {
      en: 'The largest singular value of a matrix: the most by which it can stretch a vector.',
      'zh-CN': '矩阵的最大奇异值，即它对向量的最大放大倍数。',
    },
    formula: String.raw`\sigma_1(W)=\max_{x\ne0}\frac{\lVert Wx\rVert}{\lVert x\rVert}`,
    source: {
      authors: 'T. Miyato, T. Kataoka, M. Koyama, Y. Yoshida',
      year: 2018,
      title: 'Spectral Normalization for Generative Adversarial Networks',
    },
  },
  frobeniusNorm: {
    term: { en: 'Frobenius norm', 'zh-CN': '弗罗贝尼乌斯范数' },
    text: {
      en: 'The root of the sum of all squared entries of a matrix.',
      'zh-CN': '矩阵所有元素平方和的平方根。',
    },
    formula: String.raw`\lVert W\rVert_F=\sqrt{\sum_{ij}W_{ij}^2}`,
  },
  residualConnection: {
    term: { en: 'Residual connection', 'zh-CN': '残差连接' },
    text: {
      en: 'A skip adds a layer’s input to its output, so that the gradient has a way past the layer.',
      'zh-CN': '将一层的输入加到其输出上，使梯度可以绕过该层。',
    },
    formula: String.raw`h_l=a\,h_{l-1}+b\,\varphi(z_l)`,
    source: {
      authors: 'K. He, X. Zhang, S. Ren, J. Sun',
      year: 2016,
      title: 'Deep Residual Learning for Image Recognition',
    },
  },
  normalization: {
    term: { en: 'Normalization', 'zh-CN': '归一化' },
    text: {
      en: 'Brings preactivations to one size: over the batch (batch norm) or over the units (layer and RMS norm); weight norm does it to the weights.',
      'zh-CN':
        '使预激活值保持统一大小：批归一化按批次，层归一化与 RMS 归一化按单元，权重归一化则作用于权重。',
    },
    source: {
      authors: 'J. L. Ba, J. R. Kiros, G. E. Hinton',
      year: 2016,
      title: 'Layer Normalization',
    },
  },
} as const satisfies Record<string, Word>;
