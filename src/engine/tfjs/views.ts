import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { at } from '../../base/at';
import type { Tensor } from '../../ops/ops';
import type { Handle, Kernels } from './kernels';

/** An entry of a stack that lies where the stack does, for programs that read it there. */
interface View extends Handle {
  readonly stack: number[];
  readonly index: number;
}

/** Kernels under which an entry of a stack is taken out, by a draw call, only when one of them needs it. */
export interface ViewKernels extends Kernels {
  /** The entries of the first axis, where they are. */
  entries(x: Tensor): readonly Tensor[];
  /** Inputs of a kernel, with every view among them taken out. */
  settled<T>(inputs: T): T;
}

/** The tensor that a program reads, and which entry of it: a tensor that stands for itself is entry 0. */
export function placeOf(x: Tensor): { readonly tensor: Handle; readonly index: number } {
  const handle = x as Handle;
  return isView(handle)
    ? { tensor: { ...tensorOf(handle), shape: handle.stack }, index: handle.index }
    : { tensor: handle, index: 0 };
}

/** Adds views to the kernels of the WebGL backend. */
export function withViews(kernels: Kernels): ViewKernels {
  const backend = kernels.backend as MathBackendWebGL;

  function takeOut(view: View): Handle {
    const begin = [view.index, ...view.shape.map(() => 0)];
    const size = [1, ...view.shape];
    return kernels.tidy(() => {
      const row = kernels.call('Slice', { x: placeOf(view).tensor }, { begin, size });
      return kernels.call('Reshape', { x: row }, { shape: view.shape });
    });
  }

  function settled<T>(inputs: T): T {
    if (isView(inputs)) return takeOut(inputs) as T;
    if (Array.isArray(inputs)) return inputs.map(settled) as T;
    if (typeof inputs !== 'object' || inputs === null || 'dataId' in inputs) return inputs;
    return Object.fromEntries(Object.entries(inputs).map(([key, x]) => [key, settled(x)])) as T;
  }

  return {
    ...kernels,
    settled,
    call: (name, inputs, attributes) =>
      kernels.tidy(() => kernels.call(name, settled(inputs), attributes)),
    callMany: (name, inputs, attributes) =>
      kernels.tidy(() => kernels.callMany(name, settled(inputs), attributes)),
    async read(x) {
      const taken = settled(x);
      const values = await kernels.read(taken);
      if (taken !== x) kernels.dispose(taken);
      return values;
    },
    entries: (x) =>
      kernels.tidy(() => {
        const stack = settled(x as Handle);
        const count = at(stack.shape, 0, 'axis');
        const shape = stack.shape.slice(1);
        return Array.from({ length: count }, (_, index) => {
          backend.incRef(stack.dataId);
          const entry = kernels.adopt({ ...tensorOf(stack), shape });
          return Object.assign(entry, { stack: stack.shape, index });
        });
      }),
  };
}

function tensorOf({ dataId, shape, dtype, freed }: Handle): Handle {
  return { dataId, shape, dtype, freed };
}

function isView(x: unknown): x is View {
  return typeof x === 'object' && x !== null && 'stack' in x;
}
