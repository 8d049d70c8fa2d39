import type { Option } from '../base/field';

/** The backends a run can be pinned to; `auto` lets the page choose and say why. */
export const backendOptions = [
  {
    id: 'auto',
    name: { en: 'Automatic', 'zh-CN': '自动' },
    summary: {
      en: 'The faster of WebGL and WebAssembly on a real GPU, otherwise WebAssembly.',
      'zh-CN': '有真实 GPU 时取 WebGL 与 WebAssembly 中较快者，否则用 WebAssembly。',
    },
  },
  { id: 'webgl', name: { en: 'WebGL (GPU)', 'zh-CN': 'WebGL（GPU）' } },
  { id: 'wasm', name: { en: 'WebAssembly', 'zh-CN': 'WebAssembly' } },
  { id: 'cpu', name: { en: 'JavaScript (CPU)', 'zh-CN': 'JavaScript（CPU）' } },
] as const satisfies readonly Option[];

/** A backend that computes, as opposed to the wish `auto`. */
export type Backend = Exclude<(typeof backendOptions)[number]['id'], 'auto'>;

/** Why a backend cannot be had. */
export type BackendRefusal = 'notStarted' | 'noWebgl' | 'softwareWebgl' | 'halfFloat';

/** Why a backend computes: `i18n/backend` says it. */
export type BackendReason =
  | { readonly kind: 'pinned' }
  /** The milliseconds that a step takes on each. */
  | { readonly kind: 'faster'; readonly webgl: number; readonly wasm: number }
  /** There is no graphics processor to compute on. */
  | { readonly kind: 'noGraphics'; readonly refusal: BackendRefusal }
  /** The backend that was wanted cannot be had. */
  | { readonly kind: 'instead'; readonly wanted: Backend; readonly refusal: BackendRefusal };
