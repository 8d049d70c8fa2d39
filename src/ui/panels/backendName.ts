import type { Localized } from '../../base/localized';
import type { Backend } from '../../experiment/backends';
import { pageTexts } from '../../i18n/page';
import type { BackendReport } from '../../worker/protocol';

const names: Readonly<Record<Backend, Localized>> = {
  webgl: { en: 'WebGL', 'zh-CN': 'WebGL' },
  wasm: { en: 'WebAssembly', 'zh-CN': 'WebAssembly' },
  cpu: { en: 'JavaScript', 'zh-CN': 'JavaScript' },
};

/** What a backend is called; WebGL that the processor draws is named as such. */
export function backendName({ backend, accelerated }: BackendReport): Localized {
  return backend === 'webgl' && !accelerated ? pageTexts.software : names[backend];
}
