import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import type { Backend, BackendRefusal } from '../../experiment/backends';
import type { Ops } from '../../ops/ops';
import { cpuCorrections } from './cpu';
import { type Graphics, openGraphics } from './graphics';
import { createKernels, type Kernels } from './kernels';
import { createOps } from './ops';
import { withViews } from './views';
import { createWasmOps } from './wasm';
import { webglCorrections } from './webgl';

/** Where the binaries of the WebAssembly backend are served, with and without SIMD. */
export interface WasmPaths {
  readonly simd: string;
  readonly plain: string;
}

/** What opening a backend may need. */
export interface BackendOptions {
  /** Left out where the package finds its own files, as in Node. */
  readonly wasmPaths?: WasmPaths;
  /** Whether WebGL drawn by the processor is taken too. */
  readonly softwareWebgl?: boolean;
}

/** A backend that computes now, or why it cannot. */
export type Opened =
  | { readonly ops: Ops; readonly accelerated: boolean }
  | { readonly refusal: BackendRefusal };

/** Makes a backend the one that computes. Tensors of another backend must be freed before. */
export async function openBackend(name: Backend, options: BackendOptions = {}): Promise<Opened> {
  try {
    return await open[name](options);
  } catch {
    return { refusal: 'notStarted' };
  }
}

/** Operations on WebAssembly, made once: opening it again goes on with the same tensors. */
let wasmOps: Promise<Ops> | null = null;

/** The context tfjs computes on, once it was opened: it is one for the life of a worker. */
let graphics: Graphics | null = null;

const open = {
  async cpu(): Promise<Opened> {
    await register('cpu');
    await select('cpu');
    const kernels = kernelsOf('cpu');
    return { ops: createOps(kernels, cpuCorrections(kernels)), accelerated: false };
  },
  async wasm({ wasmPaths }: BackendOptions): Promise<Opened> {
    await register('wasm');
    if (wasmPaths && !tf.engine().registry.wasm) {
      const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm/dist/backend_wasm');
      tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
      setWasmPaths({
        'tfjs-backend-wasm.wasm': wasmPaths.plain,
        'tfjs-backend-wasm-simd.wasm': wasmPaths.simd,
        'tfjs-backend-wasm-threaded-simd.wasm': wasmPaths.simd,
      });
    }
    await select('wasm');
    wasmOps ??= createWasmOps(tf.backend() as BackendWasm);
    return { ops: await wasmOps, accelerated: false };
  },
  async webgl({ softwareWebgl = false }: BackendOptions): Promise<Opened> {
    if (!graphics || (graphics.software && !softwareWebgl)) {
      const opened = openGraphics(softwareWebgl);
      if ('refusal' in opened) return opened;
      await register('webgl');
      // Sizes as uniforms: a new width compiles no shader anew.
      tf.env().set('WEBGL_USE_SHAPES_UNIFORMS', true);
      const { setWebGLContext } = await import('@tensorflow/tfjs-backend-webgl/dist/canvas_util');
      setWebGLContext(2, opened.context);
      graphics = opened;
    }
    await select('webgl');
    if (!tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) throw new Error('WebGL is half float.');
    const kernels = withViews(kernelsOf('webgl'));
    return {
      ops: createOps(kernels, webglCorrections(kernels, createOps(kernels))),
      accelerated: !graphics.software,
    };
  },
} as const;

/** The backends with the kernels that `Ops` is made of: a whole package has several times as many. */
const registrations: Readonly<Record<Backend, () => Promise<unknown>>> = {
  cpu: () => import('./registered/cpu'),
  wasm: () => import('./registered/wasm'),
  webgl: () => import('./registered/webgl'),
};

/** Registers a backend, unless the whole package has done so already, as in Node. */
async function register(name: Backend): Promise<void> {
  if (!tf.findBackendFactory(name)) await registrations[name]();
}

/** The kernels of a backend, made once: opening it again goes on with the same tensors. */
function kernelsOf(name: Backend): Kernels {
  const known = opened.get(name);
  if (known) return known;
  const made = createKernels(name, tf.backend());
  opened.set(name, made);
  return made;
}

const opened = new Map<Backend, Kernels>();

async function select(name: Backend): Promise<void> {
  const selected = await tf.setBackend(name);
  if (!selected) throw new Error(`The backend ${name} could not be started.`);
  await tf.ready();
}
