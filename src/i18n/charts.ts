import type { Localized } from '../base/localized';

/** Texts of the charts. */
export const chartTexts = {
  gradHTitle: { en: 'Gradient norm by layer', 'zh-CN': '各层梯度范数' },
  gradWTitle: { en: 'Weight gradient by layer', 'zh-CN': '各层权重梯度' },
  gradBTitle: { en: 'Bias gradient by layer', 'zh-CN': '各层偏置梯度' },
  weightTitle: { en: 'Weight norm by layer', 'zh-CN': '各层权重范数' },
  updateTitle: { en: 'Relative update by layer', 'zh-CN': '各层相对更新量' },
  gradHName: { en: 'gradient of the activations', 'zh-CN': '对激活的梯度' },
  gradWName: { en: 'gradient of the weights', 'zh-CN': '对权重的梯度' },
  gradBName: { en: 'gradient of the biases', 'zh-CN': '对偏置的梯度' },
  weightName: { en: 'norm of the weights', 'zh-CN': '权重范数' },
  updateName: { en: 'relative update', 'zh-CN': '相对更新量' },
  colorIsAmplification: {
    en: 'color: size relative to the output layer',
    'zh-CN': '颜色：相对输出层的大小',
  },
  quantity: { en: 'Quantity shown', 'zh-CN': '显示的量' },
  someLayers: {
    en: '{symbol} of {count} of {depth} layers',
    'zh-CN': '{symbol}，{depth} 层中的 {count} 层',
  },
  everyLayer: { en: '{symbol} of every layer', 'zh-CN': '{symbol}，所有层' },
  lossTitle: { en: 'Loss', 'zh-CN': '损失' },
  accuracyTitle: { en: 'Accuracy', 'zh-CN': '准确率' },
  trainingAndValidation: { en: 'training and validation', 'zh-CN': '训练与验证' },
  training: { en: 'training', 'zh-CN': '训练' },
  validation: { en: 'validation', 'zh-CN': '验证' },
  chance: { en: 'dashed: chance {chance}', 'zh-CN': '虚线：随机水平 {chance}' },
  noAccuracy: {
    en: 'Regression predicts real numbers, so there is no accuracy.',
    'zh-CN': '回归任务预测实数，因此没有准确率。',
  },
  scale: { en: 'Scale of the axis', 'zh-CN': '坐标轴刻度' },
  log: { en: 'Log', 'zh-CN': '对数' },
  linear: { en: 'Linear', 'zh-CN': '线性' },
  layer: { en: 'Layer', 'zh-CN': '层' },
  layerNumber: { en: 'Layer {layer}', 'zh-CN': '第 {layer} 层' },
  outputLayer: { en: 'Layer {layer} (output)', 'zh-CN': '第 {layer} 层（输出）' },
  step: { en: 'Step', 'zh-CN': '步' },
  stepNumber: { en: 'Step {step}', 'zh-CN': '第 {step} 步' },
  atStep: { en: '{value} at step {step}', 'zh-CN': '{value}（第 {step} 步）' },
  amplification: { en: 'Over output layer', 'zh-CN': '相对输出层' },
  earlier: { en: 'faint: earlier steps {steps}', 'zh-CN': '浅色：更早的第 {steps} 步' },
  dataTable: { en: 'Data table', 'zh-CN': '数据表' },
  notMeasured: { en: 'not measured', 'zh-CN': '未测量' },
  pressRun: { en: 'Step 0. Press Run to train.', 'zh-CN': '第 0 步。按“运行”开始训练。' },
  measuring: { en: 'Measuring step 0 …', 'zh-CN': '正在测量第 0 步……' },
  unmeasured: { en: 'Nothing has been measured.', 'zh-CN': '没有测量结果。' },
  noBias: {
    en: 'There is no bias before batch normalization.',
    'zh-CN': '批归一化之前没有偏置。',
  },
  noHiddenBias: {
    en: 'Hidden layers have no bias before batch normalization.',
    'zh-CN': '批归一化之前的隐藏层没有偏置。',
  },
  noUpdate: { en: 'No update has been made yet.', 'zh-CN': '还没有进行过更新。' },
  nothing: { en: 'Not measured at this step.', 'zh-CN': '这一步没有测量。' },
  pipelineTitle: { en: 'Pipeline', 'zh-CN': '处理流程' },
  pipelineSubtitle: { en: 'norm after every stage', 'zh-CN': '各阶段后的范数' },
  pipelineNote: {
    en: 'After the first point only the update changes.',
    'zh-CN': '第一个点之后只改变更新。',
  },
  rawGradient: { en: 'Gradient', 'zh-CN': '梯度' },
  update: { en: 'update', 'zh-CN': '更新' },
  deck: { en: 'Chart shown', 'zh-CN': '显示的图表' },
  stage: { en: 'Stage', 'zh-CN': '阶段' },
  pipelineSummary: {
    en: 'At step {step} the gradient of layer 1 has norm {raw}; the update applied to it has norm {applied}.',
    'zh-CN': '第 {step} 步，第 1 层梯度的范数为 {raw}，实际更新的范数为 {applied}。',
  },
  changedTo: { en: '{setting} → {value}', 'zh-CN': '{setting} → {value}' },
  byLayerSummary: {
    en: 'At step {step}, {symbol} is {first} at layer 1 and {last} at layer {depth}.',
    'zh-CN': '第 {step} 步，{symbol} 在第 1 层为 {first}，在第 {depth} 层为 {last}。',
  },
  brokenLayers: {
    en: 'It is not finite in {count} layers.',
    'zh-CN': '其中 {count} 层不是有限值。',
  },
  overTimeSummary: {
    en: '{symbol} of layer 1 went from {first} at step {from} to {last} at step {to}.',
    'zh-CN': '第 1 层的 {symbol} 从第 {from} 步的 {first} 变为第 {to} 步的 {last}。',
  },
  lossSummary: {
    en: 'At step {step} the training loss is {training} and the validation loss is {validation}.',
    'zh-CN': '第 {step} 步，训练损失为 {training}，验证损失为 {validation}。',
  },
  accuracySummary: {
    en: 'At step {step} the training accuracy is {training} and the validation accuracy is {validation}; chance is {chance}.',
    'zh-CN':
      '第 {step} 步，训练准确率为 {training}，验证准确率为 {validation}；随机水平为 {chance}。',
  },
  everyLayerTitle: { en: 'Every layer, every step', 'zh-CN': '每一层、每一步' },
  view: { en: 'View', 'zh-CN': '视图' },
  heatMap: { en: 'Heat map', 'zh-CN': '热力图' },
  lines: { en: 'Lines', 'zh-CN': '折线图' },
  oneRowPerLayer: {
    en: '{symbol} relative to the output layer, one row per layer',
    'zh-CN': '{symbol}，相对输出层，每层一行',
  },
  mostExtreme: {
    en: 'furthest from ×1 in steps {from}–{to}',
    'zh-CN': '第 {from}–{to} 步中偏离 ×1 最远',
  },
  heatMapSummary: {
    en: '{symbol} of layer 1 over that of layer {depth} went from {first} at step {from} to {last} at step {to}.',
    'zh-CN':
      '第 1 层与第 {depth} 层的 {symbol} 之比从第 {from} 步的 {first} 变为第 {to} 步的 {last}。',
  },
} as const satisfies Record<string, Localized>;
