import { accuracy, finiteTo, gradient, lossRatio, lostBy } from '../checks';
import { lesson } from '../lesson';

/** Clipping and Adam change the update, not the gradient. */
export const update = lesson({
  id: 'update',
  title: { en: 'The update is not the gradient', 'zh-CN': '更新不是梯度' },
  about: {
    en: 'Clipping and Adam make the step sane. The gradient behind it stays as it is.',
    'zh-CN': '裁剪和 Adam 使步长合理，其背后的梯度却没有变。',
  },
  settings: { depth: 20, gain: 1.5, loss: 'meanSquaredError', learningRate: 0.01 },
  steps: [
    {
      title: { en: 'SGD as it is', 'zh-CN': '不加处理的 SGD' },
      text: {
        en: 'The update is −η · g. Run three steps of the exploding network.',
        'zh-CN': '更新为 −η · g。让爆炸的网络运行三步。',
      },
      steps: 3,
      look: 'learning',
      checks: [gradient(0, '>', 1e6), lostBy(2)],
      explanation: {
        en: 'A gradient of 10⁷ times 0.01 throws the weights far away; the next forward pass overflows.',
        'zh-CN': '10⁷ 的梯度乘以 0.01 把权重甩得很远，下一次前向传播就溢出。',
      },
    },
    {
      title: { en: 'Clipping by global norm', 'zh-CN': '按全局范数裁剪' },
      text: {
        en: 'If ‖g‖ is above 1, g is replaced by g/‖g‖. Same network, 100 steps.',
        'zh-CN': '若 ‖g‖ 大于 1，则用 g/‖g‖ 代替 g。同一网络，100 步。',
      },
      settings: { clipByGlobalNorm: true },
      steps: 100,
      look: 'mechanism',
      prediction: {
        question: {
          en: 'What becomes of the gradient and of training?',
          'zh-CN': '梯度和训练会怎样？',
        },
        options: [
          { en: 'the gradient is cured, and it learns', 'zh-CN': '梯度恢复正常，并且能学习' },
          {
            en: 'it stays finite, the gradient stays huge, and it does not learn',
            'zh-CN': '数值保持有限，梯度仍巨大，学不会',
          },
          { en: 'it still overflows', 'zh-CN': '仍然溢出' },
        ],
        answer: 1,
      },
      checks: [
        gradient(0, '>', 1e6),
        finiteTo(100),
        gradient(100, '>', 1000),
        accuracy(100, '<', 0.6),
      ],
      explanation: {
        en: 'The raw gradient is the same at step 0 and still far above 1000 at the end; only what the optimizer gets has norm 1. In 100 steps of length 0.01 the weights go 1 at most. Here that is not enough.',
        'zh-CN':
          '第 0 步的原始梯度没有变，到最后仍远大于 1000；只有交给优化器的梯度范数变成了 1。100 步、每步 0.01，权重至多移动 1，在这里不够。',
      },
    },
    {
      title: { en: 'Where clipping works', 'zh-CN': '裁剪何时有效' },
      text: {
        en: 'Now with cross-entropy, whose gradient at the output is bounded. The growth per layer is the same. Train 300 steps.',
        'zh-CN': '改用交叉熵，其输出处的梯度有界。每层倍数相同。训练 300 步。',
      },
      settings: { clipByGlobalNorm: true, loss: 'softmaxCrossEntropy' },
      steps: 300,
      look: 'learning',
      prediction: {
        question: { en: 'Does it learn?', 'zh-CN': '能学会吗？' },
        options: [
          { en: 'no, it is exploding just the same', 'zh-CN': '不能，照样在爆炸' },
          { en: 'yes, well above chance', 'zh-CN': '能，远高于随机水平' },
          { en: 'no, it overflows', 'zh-CN': '不能，会溢出' },
        ],
        answer: 1,
      },
      checks: [gradient(0, '>', 1000), finiteTo(300), accuracy(300, '>', 0.5)],
      explanation: {
        en: 'Against an exploding gradient the loss still goes down. Where small steps in that direction suffice, clipping is enough. It helps; it is no cure of the growth. How far it gets depends on the draw of the weights: 55 to 97 % over eight seeds.',
        'zh-CN':
          '爆炸梯度的反方向仍是下降方向。沿该方向走小步就够时，裁剪就足够了。它有帮助，但并不消除逐层增长。能学到多少取决于权重的随机抽取：八个种子下准确率为 55 % 到 97 %。',
      },
    },
    {
      title: { en: 'Adam', 'zh-CN': 'Adam' },
      text: {
        en: 'Adam divides each component by the root of its mean square: m/(√v + ε). Mean squared error again, learning rate 0.001.',
        'zh-CN': 'Adam 把每个分量除以其均方根：m/(√v + ε)。再用均方误差，学习率 0.001。',
      },
      settings: { optimizer: 'adam', learningRate: 0.001 },
      steps: 60,
      look: 'learning',
      prediction: {
        question: { en: 'What happens?', 'zh-CN': '会怎样？' },
        options: [
          { en: 'it overflows like SGD', 'zh-CN': '像 SGD 一样溢出' },
          {
            en: 'it stays finite and the loss falls, from a gradient as large as before',
            'zh-CN': '数值保持有限，损失下降，梯度和之前一样大',
          },
          { en: 'the gradient at step 0 is smaller', 'zh-CN': '第 0 步的梯度变小' },
        ],
        answer: 1,
      },
      checks: [gradient(0, '>', 1e6), finiteTo(60), lossRatio(60, '<', 0.9)],
      explanation: {
        en: 'The scale of the gradient cancels in m/√v. Adam does not see the explosion, so long as the numbers can be squared.',
        'zh-CN': '梯度的尺度在 m/√v 中抵消。只要数值还能平方，Adam 就看不见爆炸。',
      },
    },
    {
      title: { en: 'Too large to square', 'zh-CN': '大得不能平方' },
      text: {
        en: 'Adam at depth 40 with weights twice too large: gradients of 10²⁰ and more. Float32 ends at 3.4 · 10³⁸.',
        'zh-CN': 'Adam，深度 40，权重大一倍：梯度超过 10²⁰。float32 的上限是 3.4 · 10³⁸。',
      },
      settings: { optimizer: 'adam', learningRate: 0.001, depth: 40, gain: 2 },
      steps: 20,
      look: 'reading',
      prediction: {
        question: { en: 'What do you see?', 'zh-CN': '会看到什么？' },
        options: [
          { en: 'NaN at once', 'zh-CN': '立刻出现 NaN' },
          { en: 'the loss stands still, and nothing is NaN', 'zh-CN': '损失停滞，没有 NaN' },
          { en: 'it learns as before', 'zh-CN': '像之前一样学习' },
        ],
        answer: 1,
      },
      checks: [gradient(0, '>', 1e19), finiteTo(20), lossRatio(20, '>', 0.5)],
      explanation: {
        en: 'The squares overflow to infinity, and m/∞ = 0: the worst layers get no update at all. The symptom is a flat loss, not NaN.',
        'zh-CN':
          '平方溢出为无穷大，m/∞ = 0：最严重的层得不到任何更新。症状是损失不变，而不是 NaN。',
      },
    },
  ],
});
