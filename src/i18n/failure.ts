import type { Failure } from '../base/failure';
import type { Localized } from '../base/localized';
import type { Translate } from './translate';

type KindOf<Each> = Each extends `${infer Word} ${number}` ? Word : Each;

const texts = {
  badMessage: {
    en: 'A message from the worker could not be read',
    'zh-CN': '无法读取工作线程发来的消息',
  },
  notStarted: { en: 'The worker could not be started', 'zh-CN': '工作线程无法启动' },
  noBackend: { en: 'No backend could be started', 'zh-CN': '没有可用的计算后端' },
  noData: {
    en: 'The data file of this experiment is not here',
    'zh-CN': '此处没有该实验的数据文件',
  },
  contextLost: { en: 'The WebGL context was lost', 'zh-CN': 'WebGL 上下文已丢失' },
  silent: { en: 'No answer for {number} s', 'zh-CN': '{number} 秒内没有响应' },
  noMemory: {
    en: 'There is no memory for {number} {number|byte|bytes} more',
    'zh-CN': '内存不足，无法再分配 {number} 字节',
  },
} as const satisfies Record<KindOf<Failure>, Localized>;

/** What an error says, in the page's language where it is one of the page's own; browsers put `Uncaught Error:` before it. */
export function sayFailure(message: string, t: Translate): string {
  const [, kind = '', number] =
    /^(?:(?:Uncaught )?\w*Error: )?(\w+)(?: (\d+))?$/.exec(message) ?? [];
  return isOurs(kind) ? t(texts[kind], { number: Number(number ?? 0) }) : message;
}

function isOurs(kind: string): kind is keyof typeof texts {
  return Object.hasOwn(texts, kind);
}
