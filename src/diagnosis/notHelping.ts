import type { Experiment } from '../experiment/schema';
import type { NotHelping } from './finding';

const clips = ({ clipByGlobalNorm, clipByValue, adaptiveGradientClipping }: Experiment) =>
  clipByGlobalNorm || clipByValue || adaptiveGradientClipping;

/** Popular remedies, with why they leave a finding as it is. */
export const notHelping = {
  clipping: {
    name: { en: 'Gradient clipping', 'zh-CN': '梯度裁剪' },
    why: {
      en: 'It caps the update; the gradient behind it stays as large. Training stays finite; whether it learns depends on the loss.',
      'zh-CN': '它只限制更新，梯度本身并未变小。数值保持有限，能否学会取决于损失函数。',
    },
    isOn: clips,
  },
  clippingTooSmall: {
    name: { en: 'Gradient clipping', 'zh-CN': '梯度裁剪' },
    why: {
      en: 'It only makes gradients smaller.',
      'zh-CN': '它只会使梯度变小。',
    },
    isOn: clips,
  },
  clippingTooLate: {
    name: { en: 'Gradient clipping', 'zh-CN': '梯度裁剪' },
    why: {
      en: 'It acts on a gradient that is not finite any more by then.',
      'zh-CN': '轮到它时，梯度已出现非有限值。',
    },
    isOn: clips,
  },
  clippingAfterInf: {
    name: { en: 'Gradient clipping', 'zh-CN': '梯度裁剪' },
    why: {
      en: 'It keeps g² finite from now on, but v is Inf already.',
      'zh-CN': '它能使此后的 g² 保持有限，但 v 已为 Inf。',
    },
  },
  l2: {
    name: { en: 'L2 penalty', 'zh-CN': 'L2 正则化' },
    why: {
      en: 'It leaves this unchanged: it adds a little to the gradient and shrinks weights only slowly.',
      'zh-CN': '它不改变这一点：只给梯度加上少许，并很慢地缩小权重。',
    },
    isOn: ({ l2 }) => l2,
  },
  leakyRelu: {
    name: { en: 'Leaky ReLU', 'zh-CN': 'Leaky ReLU' },
    why: {
      en: 'It cures dead units, not the explosion: with the same weights the gradient grows a little faster.',
      'zh-CN': '它能避免单元死亡，但治不了爆炸：权重相同时梯度增长略快。',
    },
  },
  plainSkip: {
    name: { en: 'Plain skips (1 and 1)', 'zh-CN': '普通残差连接（1 与 1）' },
    why: {
      en: 'Without a normalization the signal grows at every layer, and the explosion gets worse.',
      'zh-CN': '没有归一化时信号逐层增长，爆炸反而加剧。',
    },
  },
  gain: {
    name: { en: 'Smaller initial weights', 'zh-CN': '减小初始权重' },
    why: {
      en: 'The normalization divides any gain out again.',
      'zh-CN': '归一化会把增益抵消掉。',
    },
  },
  warmUp: {
    name: { en: 'Learning-rate warm-up', 'zh-CN': '学习率预热' },
    why: {
      en: 'It makes the first updates smaller, not the gradient.',
      'zh-CN': '它只减小最初的更新，不减小梯度。',
    },
    isOn: ({ warmUp }) => warmUp,
  },
  learningRate: {
    name: { en: 'Another learning rate', 'zh-CN': '更换学习率' },
    why: {
      en: 'It scales every layer’s update alike: the ratio between the layers stays.',
      'zh-CN': '它对各层更新的缩放相同：层与层之间的比例不变。',
    },
  },
  adam: {
    name: { en: 'Adam', 'zh-CN': 'Adam' },
    why: {
      en: 'It rescales updates only while gradients stay well above its epsilon.',
      'zh-CN': '只有当梯度明显大于其 ε 时，它才能放大更新。',
    },
    isOn: ({ optimizer }) => optimizer === 'adam',
  },
  momentum: {
    name: { en: 'Momentum', 'zh-CN': '动量法' },
    why: {
      en: 'It adds up past gradients, so the step becomes larger still.',
      'zh-CN': '它会累加过去的梯度，步长反而更大。',
    },
    isOn: ({ optimizer }) => optimizer === 'momentum' || optimizer === 'nesterov',
  },
  skipNonFinite: {
    name: { en: 'Skipping non-finite steps', 'zh-CN': '跳过含非有限值的步' },
    why: {
      en: 'The next step starts from the same weights and is dropped as well.',
      'zh-CN': '下一步仍从相同的权重开始，同样会被丢弃。',
    },
    isOn: ({ skipNonFinite }) => skipNonFinite,
  },
} as const satisfies Record<string, NotHelping>;
