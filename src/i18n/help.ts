import type { Localized } from '../base/localized';

/** Texts of the help: what is shown, keys and looks. */
export const helpTexts = {
  help: { en: 'Help', 'zh-CN': '帮助' },
  keys: { en: 'Keys', 'zh-CN': '快捷键' },
  space: { en: 'Space', 'zh-CN': '空格' },
  runOrPause: { en: 'Run or pause', 'zh-CN': '运行或暂停' },
  step: { en: 'One step', 'zh-CN': '单步' },
  reset: { en: 'Back to step 0', 'zh-CN': '回到第 0 步' },
  pin: { en: 'Pin this run', 'zh-CN': '固定此次运行' },
  keysOn: { en: 'Keys are on', 'zh-CN': '启用快捷键' },
  shown: { en: 'What am I looking at?', 'zh-CN': '图中是什么？' },
  network: {
    en: 'A real network, trained in this browser. Each column of the first chart is a layer: how large the gradient is that reaches it, with the input on the left.',
    'zh-CN':
      '在此浏览器中训练的真实网络。第一幅图的每一列是一层：到达该层的梯度有多大，输入在左侧。',
  },
  scale: {
    en: 'Color is size relative to the output layer: blue has vanished, gray is as large, orange to dark red has exploded; hatched is not finite.',
    'zh-CN': '颜色表示相对输出层的大小：蓝色为消失，灰色为相当，橙色到深红为爆炸；斜线为非有限值。',
  },
  theory: {
    en: 'A dashed line is what theory predicts before training, the band around it where a network of this width is expected.',
    'zh-CN': '虚线是理论对训练前的预测，其周围的带是该宽度的网络应在的范围。',
  },
  live: {
    en: 'A blue dot beside a setting: it applies while training. Every other change begins again from the same seed.',
    'zh-CN': '设置旁的蓝点：训练中即时生效。其他改动会以相同种子从头开始。',
  },
  hintsAgain: { en: 'Show the hints again', 'zh-CN': '再次显示提示' },
  lessons: { en: 'Lessons', 'zh-CN': '课程' },
  replay: { en: 'Play the recorded steps', 'zh-CN': '播放已记录的步' },
  about: { en: 'About this run', 'zh-CN': '关于此次运行' },
  licenses: {
    en: 'Licenses of the software that is built in',
    'zh-CN': '内置软件的许可证',
  },
  look: { en: 'Look', 'zh-CN': '外观' },
  projector: {
    en: 'For a projector: large type, charts first, settings out of the way',
    'zh-CN': '投影模式：大字号，图表优先，隐藏设置',
  },
} as const satisfies Record<string, Localized>;
