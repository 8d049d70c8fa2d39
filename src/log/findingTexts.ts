import type { Localized } from '../base/localized';
import { overTimeTexts } from './overTimeTexts';

/** What every finding says, and what it means. */
export const findingTexts = {
  ...overTimeTexts,
  nonFinite: {
    title: {
      en: 'Not finite from step {step} on, first in {layer}',
      'zh-CN': '第 {step} 步起出现非有限值（最先：{layer}）',
    },
    advice: {
      en: 'Go back to the steps before it: if the norms grew step by step, the weights ran away (a smaller learning rate, warm-up); if they were large from step 0, the initialization multiplies them; if they jump at once, look at that batch and at the number format.',
      'zh-CN':
        '回看此前的步骤：若范数逐步增大，则是权重失控（减小学习率、预热）；若第 0 步就很大，则是初始化逐层放大；若突然跳变，请检查该批数据和数值格式。',
    },
  },
  exploding: {
    title: {
      en: 'Exploding: ×{perLayer} per layer, ×{total} from layer {from} to layer {to}',
      'zh-CN': '梯度爆炸：逐层增长倍数 ×{perLayer}，第 {from} 层到第 {to} 层共 ×{total}',
    },
    advice: {
      en: 'Every layer multiplies the gradient by more than 1. What changes that: the gain of the initializer (He for ReLU, LeCun for tanh), layer or RMS normalization, skips with a branch of 1/√L, skips where batch normalization is. Clipping shortens the step and leaves the gradient as it is.',
      'zh-CN':
        '每一层都将梯度乘以大于 1 的倍数。能改变这一点的是：初始化增益（ReLU 用 He，tanh 用 LeCun）、层归一化或 RMS 归一化、分支为 1/√L 的残差连接、在批归一化处加残差连接。裁剪只缩短步长，梯度本身不变。',
    },
  },
  vanishing: {
    title: {
      en: 'Vanishing: ×{perLayer} per layer, ×{total} from layer {from} to layer {to}',
      'zh-CN': '梯度消失：逐层增长倍数 ×{perLayer}，第 {from} 层到第 {to} 层共 ×{total}',
    },
    advice: {
      en: 'Every layer passes on less than it gets, so the first layers hardly learn. Larger initial weights, skips, normalization or an activation that does not saturate help.',
      'zh-CN':
        '每一层传出的梯度都小于传入的，前面的层几乎学不到。增大初始权重、加残差连接、归一化或改用不饱和的激活函数有帮助。',
    },
  },
  spike: {
    title: {
      en: 'A spike: this step’s gradient is {ratio} times the usual',
      'zh-CN': '尖峰：该步梯度为平时的 {ratio} 倍',
    },
    advice: {
      en: 'One batch or one long step. Clipping by the global norm is made for this: it caps the step and changes nothing else.',
      'zh-CN': '由某一批数据或一次过长的更新引起。按全局范数裁剪正适用于此：只限制该步步长。',
    },
  },
  silent: {
    title: {
      en: '{count} {count|layer gets|layers get} no gradient at all',
      'zh-CN': '{count} 层完全没有梯度',
    },
    advice: {
      en: 'Frozen on purpose, or dead: a ReLU layer whose units are all off, or a zero initialization.',
      'zh-CN': '或为有意冻结，或已失活：ReLU 层所有单元都不激活，或权重初始化为零。',
    },
  },
  steady: {
    title: {
      en: 'Steady: ×{perLayer} per layer, ×{total} in all',
      'zh-CN': '平稳：逐层增长倍数 ×{perLayer}，共 ×{total}',
    },
    advice: {
      en: 'The gradient keeps its size from layer to layer at this step.',
      'zh-CN': '该步各层之间梯度大小基本不变。',
    },
  },
  weightsOnly: {
    title: {
      en: 'Weight gradients alone (×{perLayer} per layer) do not show whether the signal grows',
      'zh-CN': '仅有权重梯度（逐层增长倍数 ×{perLayer}），看不出信号是否逐层增大',
    },
    advice: {
      en: 'In ReLU and linear networks ‖∂L/∂W‖ hardly changes from layer to layer even while the gradient explodes: the activations grow toward the output as the signal grows toward the input. Log ‖∂L/∂h‖ with the longer callback, torch_log.py or lightning_log.py, under Export, Code.',
      'zh-CN':
        '在 ReLU 与线性网络中，即使梯度爆炸，各层 ‖∂L/∂W‖ 也几乎不变：激活值朝输出方向增大，恰如信号朝输入方向增大。请用“导出”→“代码”中较长的回调 torch_log.py 或 lightning_log.py 记录 ‖∂L/∂h‖。',
    },
  },
  flat: {
    title: {
      en: 'The loss stands still: {percent} % over a hundred steps',
      'zh-CN': '损失停滞：一百步内变化 {percent} %',
    },
    advice: {
      en: 'Finite is not learning. Compare the size of the update with that of the weights: about 0.1 % a step is usual.',
      'zh-CN': '数值有限不等于在学习。请比较更新与权重的大小：通常每步约 0.1 %。',
    },
  },
  grows: {
    title: {
      en: 'Grows toward the input: ×{perLayer} per layer, ×{total} from layer {from} to layer {to}',
      'zh-CN': '朝输入方向增大：逐层增长倍数 ×{perLayer}，第 {from} 层到第 {to} 层共 ×{total}',
    },
    advice: {
      en: 'Not yet an explosion (×100), but not steady either: with more layers, or larger weights as training goes on, it becomes one.',
      'zh-CN': '尚未达到爆炸（×100），但也不平稳：层数增加或权重随训练变大后就会爆炸。',
    },
  },
  shrinks: {
    title: {
      en: 'Shrinks toward the input: ×{perLayer} per layer, ×{total} from layer {from} to layer {to}',
      'zh-CN': '朝输入方向减小：逐层增长倍数 ×{perLayer}，第 {from} 层到第 {to} 层共 ×{total}',
    },
    advice: {
      en: 'Not yet vanished (×0.01), but the first layers learn more slowly than the last.',
      'zh-CN': '尚未消失（×0.01），但前面的层比后面的层学得慢。',
    },
  },
  uneven: {
    title: {
      en: 'Uneven: the first and the last layer differ ×{total}, the layers between them do not follow',
      'zh-CN': '不均匀：首尾两层相差 ×{total}，但中间各层并未随之变化',
    },
    advice: {
      en: 'No growth from layer to layer: one or a few layers stand out. Look at them in the chart; layers of different kinds have gradients of different size.',
      'zh-CN':
        '并非逐层增长，而是个别层与众不同。请在图中查看这些层；不同类型的层，梯度大小本来就不同。',
    },
  },
  orderUnknown: {
    title: {
      en: 'The order of the layers is not known, so no growth per layer is given',
      'zh-CN': '层的顺序未知，因此不给出逐层增长倍数',
    },
    advice: {
      en: 'The file sorts its columns, and their names do not say which layer comes first. Arrange the layers below, from the input to the output.',
      'zh-CN': '文件对各列做了排序，而列名看不出层的先后。请在下方把各层按从输入到输出的顺序排列。',
    },
  },
  separate: {
    title: {
      en: 'Several networks side by side: there is no growth from one to the next',
      'zh-CN': '多个并列的网络：彼此之间没有逐层增长',
    },
    advice: {
      en: 'Their gradients have losses of their own. Compare each with itself over the steps.',
      'zh-CN': '它们的梯度来自各自的损失。请将每个网络与其自身在不同步数的值比较。',
    },
  },
  histograms: {
    title: {
      en: 'The log holds histograms of {count} {count|tensor|tensors}, which are not norms',
      'zh-CN': '日志中有 {count} 个张量的直方图，它们不是范数',
    },
    advice: {
      en: 'Bins hide the largest gradients, so no norm can be read from them. Log the norm of every parameter instead; the callback below does.',
      'zh-CN':
        '直方图的分箱掩盖了最大的梯度，无法从中得出范数。请改为记录每个参数的范数；下方的回调即可完成。',
    },
  },
  logLayers: {
    title: {
      en: 'Which layer it comes from, this log does not tell',
      'zh-CN': '此日志看不出问题来自哪一层',
    },
    advice: {
      en: 'It holds no norms of single layers. The callback below writes them beside your training, in a few lines.',
      'zh-CN': '日志中没有逐层范数。下方的回调只需几行，就能在训练时把它们记录下来。',
    },
  },
  sizes: {
    title: {
      en: 'The layers’ values are no norms ({statistic} of the gradient)',
      'zh-CN': '各层的值不是范数（而是梯度的 {statistic}）',
    },
    advice: {
      en: 'They are compared all the same. Between layers of different size they differ where norms would not.',
      'zh-CN': '此处仍按同样方式比较。但层的大小不同时，它们会有差异，而范数未必。',
    },
  },
  assumed: {
    title: {
      en: 'The file does not say what its values are; they are read as a gradient norm',
      'zh-CN': '文件未说明数值的含义；此处按梯度范数读取',
    },
    advice: {
      en: 'TensorBoard writes the tag into the file’s name, as in run-1-tag-grad_norm.json.',
      'zh-CN': 'TensorBoard 会把标签写进文件名，例如 run-1-tag-grad_norm.json。',
    },
  },
  restarted: {
    title: {
      en: 'The log counts anew in every epoch: the epochs are laid end to end',
      'zh-CN': '日志在每个轮次重新计数：各轮次已首尾相接',
    },
    advice: {
      en: 'Steps are counted on from the first epoch.',
      'zh-CN': '步数从第一个轮次起连续计数。',
    },
  },
} as const satisfies Record<string, { readonly title: Localized; readonly advice: Localized }>;
