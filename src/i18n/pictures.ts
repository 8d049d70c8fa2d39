import type { Localized } from '../base/localized';

/** Texts of pictures: what their marks stand for, and that one could not be made. */
export const pictureTexts = {
  classNumber: { en: 'class {kind}', 'zh-CN': '类别 {kind}' },
  failed: { en: 'The picture could not be made.', 'zh-CN': '无法生成图片。' },
} as const satisfies Record<string, Localized>;
