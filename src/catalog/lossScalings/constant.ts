import { lossScaling } from './lossScaling';

/** The loss times a constant S, the gradient divided by it. */
export const constant = lossScaling({
  id: 'static',
  name: { en: 'Static', 'zh-CN': '静态' },
  summary: {
    en: 'Multiplies the loss by S and divides the gradient by it. Lifts small gradients above the smallest float16, and large ones over the largest.',
    'zh-CN':
      '损失乘以 S，再将梯度除以 S。使过小的梯度不致下溢，但会使较大的梯度更早超出 float16 的上限。',
  },
  formula: String.raw`g=\tfrac{1}{S}\nabla(S L)`,
  evidence: {
    en: 'gradients are {scale} times larger in the backward pass',
    'zh-CN': '反向传播中梯度放大 {scale} 倍',
  },
  source: {
    authors: 'P. Micikevicius, S. Narang, J. Alben, G. Diamos, E. Elsen, D. Garcia, et al.',
    year: 2018,
    title: 'Mixed Precision Training',
  },
  fields: {
    lossScale: {
      kind: 'number',
      label: { en: 'Loss scale S', 'zh-CN': '损失缩放 S' },
      change: 'live',
      default: 1024,
      min: 2 ** -24,
      max: 2 ** 24,
      scale: 'log',
    },
  },
  factor: ({ lossScale }) => lossScale,
});
