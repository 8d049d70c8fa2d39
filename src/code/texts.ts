import type { Language, Localized } from '../base/localized';

/** Gives a comment in the language of the script. */
export type Say = (text: keyof typeof texts) => string;

/** The comments of scripts in one language. */
export function sayIn(language: Language): Say {
  return (text) => texts[text][language];
}

const texts = {
  stream: {
    en: "The page's random numbers of one purpose: MT19937, Box and Muller (1958).",
    'zh-CN': '页面中某一用途的随机数流：MT19937 与 Box–Muller（1958）。',
  },
  batches: {
    en: 'Every epoch has an order of its own; a remainder waits for the next.',
    'zh-CN': '每一轮有各自的顺序；不足一批的余数留到下一轮。',
  },
  log: {
    en: 'One row per layer, 0 the input; empty where nothing was measured.',
    'zh-CN': '每层一行，第 0 层为输入；未测量处留空。',
  },
  peak: {
    en: 'The largest magnitude, 1 if all are 0: squares of x / peak(x) do not overflow.',
    'zh-CN': '最大绝对值，全为 0 时取 1：x / peak(x) 的平方不会溢出。',
  },
  norm: {
    en: 'The 2-norm of tensors together, as m·‖x/m‖.',
    'zh-CN': '若干张量合在一起的 2-范数，按 m·‖x/m‖ 计算。',
  },
  norm64: {
    en: 'The 2-norm of tensors together, in float64, where no square overflows.',
    'zh-CN': '若干张量合在一起的 2-范数，以 float64 计算，平方不会溢出。',
  },
  total: {
    en: 'The sum over all processes; gradients flow through it.',
    'zh-CN': '对所有进程求和，梯度可以通过。',
  },
  overProcesses: {
    en: 'Norms of tensors whose rows lie on several processes.',
    'zh-CN': '各行分布在多个进程上的张量的范数。',
  },
  signals: {
    en: 'Returns the signals h_0 … h_{D−1} and the preactivations z_1 … z_D; z_D is the output.',
    'zh-CN': '返回信号 h_0 … h_{D−1} 与预激活值 z_1 … z_D；z_D 为输出。',
  },
  backward: {
    en: "Runs this process's share of some rows forward and backward.",
    'zh-CN': '对若干行中属于本进程的部分做前向与反向传播。',
  },
  tape: {
    en: 'Runs rows forward and backward: loss, signals, their gradients, and those of the parameters.',
    'zh-CN': '对若干行做前向与反向传播：损失、信号及其梯度、参数的梯度。',
  },
  probes: {
    en: 'Signals h_0 … h_{D−1} and preactivations z_1 … z_D; the gradients of `probes`, zeros added to them, are theirs.',
    'zh-CN': '信号 h_0 … h_{D−1} 与预激活值 z_1 … z_D；各加上全零的 `probes`，其梯度即它们的梯度。',
  },
  change: { en: 'The change of one parameter by', 'zh-CN': '一个参数的改变量，优化器：' },
  readFile: {
    en: "The page's weights and batches: a safetensors file.",
    'zh-CN': '页面导出的权重与批次：safetensors 文件。',
  },
  notOurs: {
    en: 'Not a file of weights for this network',
    'zh-CN': '不是本网络的权重文件',
  },
  stops: {
    en: 'Step {step} is not finite: training stops.',
    'zh-CN': '第 {step} 步出现非有限值，训练停止。',
  },
  tooMany: { en: 'At most BATCH_SIZE processes.', 'zh-CN': '进程数不能超过批大小。' },
  stepsOption: { en: 'steps to train', 'zh-CN': '训练步数' },
  logOption: { en: 'where the log goes', 'zh-CN': '日志文件' },
  weightsOption: {
    en: 'weights and batches exported by the page',
    'zh-CN': '页面导出的初始权重与批次',
  },
  validates: {
    en: 'Validation is left out: the log holds what happens in training.',
    'zh-CN': '未包含验证：日志只记录训练过程。',
  },
} as const satisfies Readonly<Record<string, Localized>>;
