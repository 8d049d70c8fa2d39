import type { Localized } from '../base/localized';

/** What findings over the steps of a run say, and what they mean. */
export const overTimeTexts = {
  lossZero: {
    title: {
      en: 'Loss 0 beside a gradient norm of NaN, first at step {step}',
      'zh-CN': '损失为 0 而梯度范数为 NaN，最早在第 {step} 步',
    },
    advice: {
      en: 'The loss is not 0: it is NaN or its sum is empty, and the tool writes 0. Usual causes: half precision that overflows, a batch whose labels are all masked, a division by zero tokens. Train in bfloat16 or float32, and check the labels of that batch.',
      'zh-CN':
        '损失并非真的为 0：它是 NaN 或求和为空，而工具写成了 0。常见原因：半精度溢出、某批次标签全被屏蔽、除以零个词元。请改用 bfloat16 或 float32，并检查该批次的标签。',
    },
  },
  skippedSteps: {
    title: {
      en: '{value} at {count|step|steps} {steps}, finite after each: skipped steps of a loss scaler',
      'zh-CN': '第 {steps} 步为 {value}，之后都恢复有限：损失缩放器跳过的步',
    },
    advice: {
      en: 'Normal in float16: the scaler tries a larger scale, the gradient overflows, the step is skipped and the scale is halved.',
      'zh-CN':
        '这在 float16 中是正常的：缩放器尝试更大的缩放因子，梯度溢出，该步被跳过，缩放因子减半。',
    },
  },
  passed: {
    title: {
      en: '{value} at {count|step|steps} {steps}, finite after each',
      'zh-CN': '第 {steps} 步为 {value}，之后都恢复有限',
    },
    advice: {
      en: 'In float16 these are most likely skipped steps of a loss scaler, which are normal: log the loss scale to be sure. Without loss scaling, look at these batches: such a step would have ruined the weights unless it was left out.',
      'zh-CN':
        '若使用 float16，这多半是损失缩放器跳过的步，属于正常：记录缩放因子即可确认。若没有损失缩放，请检查这些批次：这样的步若未被跳过，本会毁掉权重。',
    },
  },
  lossPassed: {
    title: {
      en: 'The loss is not finite at {count|step|steps} {steps}, and finite after',
      'zh-CN': '第 {steps} 步损失非有限，之后恢复',
    },
    advice: {
      en: 'Look at these batches: empty or masked labels, a logarithm or a division of 0. The weights survived.',
      'zh-CN': '请检查这些批次：标签为空或被屏蔽、对 0 取对数或除以 0。权重未受影响。',
    },
  },
  grewUntilBroken: {
    title: {
      en: 'The norm grew ×{perStep} per step from step {since} on, for {count} steps (×{total}), then stopped being finite at step {until}',
      'zh-CN':
        '自第 {since} 步起，范数每步 ×{perStep}，持续 {count} 步（共 ×{total}），随后在第 {until} 步出现非有限值',
    },
    advice: {
      en: 'Training runs away step by step: every update makes the next gradient larger. Lower the learning rate or warm up longer; clip by the global norm; look at what changed at the step where the growth begins.',
      'zh-CN':
        '训练在逐步失控：每次更新都使下一步的梯度更大。请降低学习率或延长预热，按全局范数裁剪，并查看开始增长的那一步发生了什么变化。',
    },
  },
  grewOverTime: {
    title: {
      en: 'The norm grows over time: ×{perStep} per step from step {since} to step {until}, ×{total} in all',
      'zh-CN': '范数随时间增长：从第 {since} 步到第 {until} 步每步 ×{perStep}，共 ×{total}',
    },
    advice: {
      en: 'Still finite, but it does not stop. Lower the learning rate, warm up longer or clip by the global norm, and watch the weights: they usually grow too.',
      'zh-CN':
        '目前仍有限，但没有停下的迹象。请降低学习率、延长预热或按全局范数裁剪，并留意权重：它们通常也在增大。',
    },
  },
  spikes: {
    title: {
      en: '{count} {count|spike|spikes} (steps {steps}), each over: ×{ratio} the usual norm at step {step}',
      'zh-CN': '{count} 次尖峰（第 {steps} 步），均已恢复：第 {step} 步为平时范数的 {ratio} 倍',
    },
    advice: {
      en: 'Single batches or single long steps. Clipping by the global norm is made for this.',
      'zh-CN': '由个别批次或个别过长的更新引起。按全局范数裁剪正适用于此。',
    },
  },
  openSpike: {
    title: {
      en: '{count} {count|spike|spikes} (steps {steps}), the last without an end in the log: ×{ratio} the usual norm at step {step}',
      'zh-CN':
        '{count} 次尖峰（第 {steps} 步），最后一次在日志结束前尚未恢复：第 {step} 步为平时范数的 {ratio} 倍',
    },
    advice: {
      en: 'Whether it passes is not known yet. If it does not, go back to a checkpoint before it and skip its batches, or train on with a smaller learning rate.',
      'zh-CN':
        '能否恢复尚不可知。若不恢复，请回到之前的检查点并跳过这些批次，或以更小的学习率继续训练。',
    },
  },
  scaleFalls: {
    title: {
      en: 'The loss scale falls from {high} to {last}: no scale fits any more',
      'zh-CN': '损失缩放因子从 {high} 降到 {last}：已找不到合适的缩放因子',
    },
    advice: {
      en: 'The scaler halves the scale at every step that is not finite. When that never ends, the gradient or the loss itself is not finite, and no scale helps: train in bfloat16, or look for the first step at which the scale fell.',
      'zh-CN':
        '每遇到非有限值，缩放器就将因子减半。若一直减下去，说明梯度或损失本身已非有限，任何缩放都无济于事：请改用 bfloat16，或查看因子最早下降的那一步。',
    },
  },
  overflows: {
    title: {
      en: '{count} of {steps} logged steps overflowed and were skipped; loss scale {low} to {high}',
      'zh-CN': '记录的 {steps} 步中有 {count} 步溢出并被跳过；损失缩放因子在 {low} 到 {high} 之间',
    },
    advice: {
      en: 'A few at the beginning are normal. Where they go on, most updates are lost: log the gradient norm, and train in bfloat16 if the hardware has it.',
      'zh-CN':
        '开始时有几次是正常的。若持续发生，大部分更新都会丢失：请记录梯度范数；硬件支持时改用 bfloat16。',
    },
  },
  clipping: {
    title: {
      en: 'Clipped at {limit} in {percent} % of the steps, at most ×{ratio} above the limit',
      'zh-CN': '有 {percent}% 的步被裁剪到 {limit}，最多超出上限 {ratio} 倍',
    },
    advice: {
      en: 'Where almost every step is clipped, the limit sets the length of the step, and the learning rate only scales it.',
      'zh-CN': '若几乎每一步都被裁剪，更新步长就由该上限决定，学习率只起缩放作用。',
    },
  },
  clippedNorm: {
    title: {
      en: 'The norm stands at {limit} in {percent} % of the steps: it was most likely logged after clipping',
      'zh-CN': '有 {percent}% 的步范数恰为 {limit}：很可能是裁剪之后才记录的',
    },
    advice: {
      en: 'What clipping cut off does not show. Log the norm before clipping: clip_grad_norm_ returns it.',
      'zh-CN': '被裁掉的部分看不到。请记录裁剪前的范数：clip_grad_norm_ 会返回它。',
    },
  },
  constantNorm: {
    title: {
      en: 'The norm is {limit} at every step: it was most likely logged after clipping',
      'zh-CN': '每一步的范数都是 {limit}：很可能是裁剪之后才记录的',
    },
    advice: {
      en: 'It tells nothing about the gradient. Log the norm before clipping: clip_grad_norm_ returns it.',
      'zh-CN': '它说明不了梯度的大小。请记录裁剪前的范数：clip_grad_norm_ 会返回它。',
    },
  },
  validationBroken: {
    title: {
      en: 'The validation loss is not finite, first at step {step}',
      'zh-CN': '验证损失出现非有限值，最早在第 {step} 步',
    },
    advice: {
      en: 'Where the training loss stays finite, look at the validation data and at what differs in evaluation: half precision, running statistics of batch normalization, empty targets.',
      'zh-CN':
        '若训练损失仍有限，请检查验证数据，以及评估时的不同之处：半精度、批归一化的滑动统计量、空目标。',
    },
  },
  lossRises: {
    title: {
      en: 'The loss rises: from {low} at step {step} to {last}',
      'zh-CN': '损失上升：从第 {step} 步的 {low} 升至 {last}',
    },
    advice: {
      en: 'Training diverges without overflowing. Go back to a checkpoint before that step, and lower the learning rate.',
      'zh-CN': '训练正在发散，只是尚未溢出。请回到该步之前的检查点，并降低学习率。',
    },
  },
  sound: {
    title: {
      en: 'Nothing stands out: the norm stays between {low} and {high} from step {since} to step {until}',
      'zh-CN': '未见异常：从第 {since} 步到第 {until} 步，范数保持在 {low} 与 {high} 之间',
    },
    advice: {
      en: 'No value that is not finite, no spike and no growth over time.',
      'zh-CN': '没有非有限值，没有尖峰，也没有随时间的增长。',
    },
  },
  ranges: {
    title: {
      en: 'The norm lies between {low} and {high} from step {since} to step {until}',
      'zh-CN': '从第 {since} 步到第 {until} 步，范数在 {low} 与 {high} 之间',
    },
    advice: {
      en: 'It varies too much to be called steady, and neither a spike nor a steady growth shows.',
      'zh-CN': '变化过大，不能称为平稳；但既无尖峰，也无持续增长。',
    },
  },
} as const satisfies Record<string, { readonly title: Localized; readonly advice: Localized }>;
