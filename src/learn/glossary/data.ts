import type { Word } from './word';

/** Words of the data, and of what is the same for every network. */
export const data = {
  dataset: {
    term: { en: 'Dataset', 'zh-CN': '数据集' },
    text: {
      en: 'The samples to learn from: inputs, each with its target. They are drawn here from the seed, or read from your own file.',
      'zh-CN': '供网络学习的样本：每个输入配有一个目标。此处由随机种子生成，或读自你自己的文件。',
    },
  },
  target: {
    term: { en: 'Target, label', 'zh-CN': '目标、标签' },
    text: {
      en: 'What the output should be: a real number in a regression, the label of a class otherwise. The gradient starts with the error, so large targets make a large gradient in every layer.',
      'zh-CN':
        '输出应有的值：回归中为实数，分类中为类别标签。梯度始于误差，因此目标过大会使每一层的梯度都变大。',
    },
  },
  validation: {
    term: { en: 'Validation', 'zh-CN': '验证' },
    text: {
      en: 'Samples kept out of training, on which loss and accuracy are measured now and then: does what was learned hold for others?',
      'zh-CN':
        '不参与训练的样本，每隔若干步在其上测量损失与准确率，以检验学到的东西对新样本是否成立。',
    },
  },
  seed: {
    term: { en: 'Random seed', 'zh-CN': '随机种子' },
    text: {
      en: 'The number from which every random draw follows: data, initial weights, order of the batches. The same seed gives the same run.',
      'zh-CN': '所有随机抽取（数据、初始权重、批次顺序）都由它决定。种子相同，运行结果也相同。',
    },
  },
  backend: {
    term: { en: 'Backend', 'zh-CN': '计算后端' },
    text: {
      en: 'What computes the network in your browser: the graphics processor (WebGL), WebAssembly or JavaScript. They agree up to rounding.',
      'zh-CN':
        '在浏览器中执行计算的方式：图形处理器（WebGL）、WebAssembly 或 JavaScript。结果相同，仅有舍入误差。',
    },
  },
} as const satisfies Record<string, Word>;
