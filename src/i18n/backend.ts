import type { Localized } from '../base/localized';
import type { BackendReason, BackendRefusal } from '../experiment/backends';
import type { Translate } from './translate';

const texts = {
  pinned: { en: 'Pinned in the settings.', 'zh-CN': '已在设置中指定。' },
  faster: {
    en: 'Measured on this network: WebGL {webgl} ms, WebAssembly {wasm} ms per step.',
    'zh-CN': '按当前网络实测：WebGL 每步 {webgl} 毫秒，WebAssembly 每步 {wasm} 毫秒。',
  },
  noGraphics: {
    en: '{refusal} WebAssembly computes.',
    'zh-CN': '{refusal}使用 WebAssembly 计算。',
  },
  instead: {
    en: '{wanted} cannot be used: {refusal} The next backend computes instead.',
    'zh-CN': '无法使用 {wanted}：{refusal}改用下一个可用的后端。',
  },
} as const satisfies Record<BackendReason['kind'], Localized>;

const refusals = {
  notStarted: {
    en: 'It could not be started in this browser.',
    'zh-CN': '在当前浏览器中无法启动。',
  },
  noWebgl: {
    en: 'This browser offers no hardware WebGL 2 here.',
    'zh-CN': '当前浏览器未提供硬件加速的 WebGL 2。',
  },
  softwareWebgl: {
    en: 'WebGL is only drawn in software here, which is slower.',
    'zh-CN': '此处的 WebGL 仅由软件模拟，速度更慢。',
  },
  halfFloat: {
    en: 'This GPU computes only in half precision, which overflows at 65504.',
    'zh-CN': '该 GPU 仅支持半精度计算，超过 65504 即溢出。',
  },
} as const satisfies Record<BackendRefusal, Localized>;

/** Why a backend computes, in a sentence or two. */
export function sayBackendReason(reason: BackendReason, t: Translate): string {
  switch (reason.kind) {
    case 'pinned':
      return t(texts.pinned);
    case 'faster':
      return t(texts.faster, {
        webgl: milliseconds(reason.webgl),
        wasm: milliseconds(reason.wasm),
      });
    case 'noGraphics':
      return t(texts.noGraphics, { refusal: t(refusals[reason.refusal]) });
    case 'instead':
      return t(texts.instead, { wanted: reason.wanted, refusal: t(refusals[reason.refusal]) });
  }
}

function milliseconds(time: number): string {
  return time.toFixed(time < 10 ? 1 : 0);
}
