import { getKernel, type KernelBackend, type TensorInfo } from '@tensorflow/tfjs-core';
import type { Tensor } from '../../ops/ops';

/** A tensor of a tfjs backend, without the tensor object that tfjs would put around it. */
export interface Handle extends TensorInfo, Tensor {
  shape: number[];
  /** Whether its memory has been given back. */
  freed: boolean;
}

/** Attributes of a kernel, by the names tfjs gives them. */
type Attributes = Readonly<Record<string, unknown>>;

/** Inputs of a kernel, by name or in order. */
type Inputs = Readonly<Record<string, TensorInfo>> | readonly TensorInfo[];

type Outputs = TensorInfo | TensorInfo[];

/** Where tensors lie that a backend does not keep itself. */
export interface Storage {
  /** Computes with the tensors as the backend's kernels know them, and keeps what they make. */
  run(inputs: Inputs, compute: (inputs: Inputs) => Outputs): Outputs;
  release(x: TensorInfo): void;
}

/**
 * The kernels of one tfjs backend, called without tfjs's engine around them: no tape, no profile, no
 * checks, and scopes of our own. At hundreds of small kernels a step the engine would cost as much as
 * they do.
 */
export interface Kernels {
  readonly backend: KernelBackend;
  /** Runs a kernel that makes one tensor. */
  call(name: string, inputs: unknown, attributes?: Attributes): Handle;
  /** Runs a kernel that makes several. */
  callMany(name: string, inputs: unknown, attributes?: Attributes): readonly Handle[];
  /** Takes a tensor that a backend has made into the present scope. */
  adopt(info: TensorInfo): Handle;
  upload(values: Float32Array, shape: readonly number[]): Handle;
  read(x: Tensor): Promise<Float32Array>;
  /** A tensor of one value and no dimensions: those used last are kept for the next time. */
  scalar(value: number): Handle;
  tidy<R>(work: () => R): R;
  dispose(held: unknown): void;
  /** Tensors alive, those kept for the next time not counted. */
  count(): number;
}

/** Most scalars kept. A step uses some dozens; a rate that changes at every step adds others without end. */
const mostScalars = 256;

/** The kernels of a backend that tfjs has initialized, on tensors that it keeps itself or that `storage` keeps. */
export function createKernels(
  name: string,
  backend: KernelBackend,
  storage: Storage = keptBy(backend),
): Kernels {
  const functions = new Map<string, (call: object) => Outputs>();
  const scalars = new Map<number | 'negative zero', Handle>();
  const scopes: Handle[][] = [];
  let alive = 0;

  function kernelOf(kernel: string): (call: object) => Outputs {
    let compute = functions.get(kernel);
    if (!compute) {
      const found = getKernel(kernel, name);
      if (!found) throw new Error(`The backend ${name} has no kernel ${kernel}.`);
      compute = found.kernelFunc as (call: object) => Outputs;
      functions.set(kernel, compute);
    }
    return compute;
  }

  function run(kernel: string, inputs: unknown, attrs: Attributes): Outputs {
    const compute = kernelOf(kernel);
    return storage.run(inputs as Inputs, (own) => compute({ inputs: own, attrs, backend }));
  }

  function handleOf({ dataId, shape, dtype }: TensorInfo): Handle {
    return { dataId, shape, dtype, freed: false };
  }

  function adopt(info: TensorInfo): Handle {
    const handle = handleOf(info);
    alive += 1;
    scopes.at(-1)?.push(handle);
    return handle;
  }

  function free(handle: Handle): void {
    if (handle.freed) return;
    handle.freed = true;
    alive -= 1;
    storage.release(handle);
  }

  function makeScalar(value: number): Handle {
    const [oldest] = scalars;
    if (oldest && scalars.size === mostScalars) {
      scalars.delete(oldest[0]);
      backend.disposeData(oldest[1].dataId);
    }
    const dataId = backend.write(Float32Array.of(value), [], 'float32');
    return handleOf({ dataId, shape: [], dtype: 'float32' });
  }

  return {
    backend,
    adopt,
    call: (kernel, inputs, attributes = {}) => adopt(run(kernel, inputs, attributes) as TensorInfo),
    callMany: (kernel, inputs, attributes = {}) =>
      (run(kernel, inputs, attributes) as TensorInfo[]).map(adopt),
    upload: (values, shape) =>
      adopt({
        dataId: backend.write(values, [...shape], 'float32'),
        shape: [...shape],
        dtype: 'float32',
      }),
    read: async (x) => (await backend.read((x as Handle).dataId)) as Float32Array,
    scalar(value) {
      const key = Object.is(value, -0) ? 'negative zero' : value;
      const handle = scalars.get(key) ?? makeScalar(value);
      scalars.delete(key);
      scalars.set(key, handle);
      return handle;
    },
    tidy(work) {
      const made: Handle[] = [];
      scopes.push(made);
      try {
        const result = work();
        const kept = new Set(handlesIn(result));
        scopes.pop();
        for (const handle of made) {
          if (!kept.has(handle)) free(handle);
          else scopes.at(-1)?.push(handle);
        }
        return result;
      } catch (error) {
        scopes.pop();
        made.forEach(free);
        throw error;
      }
    },
    dispose(held) {
      for (const handle of handlesIn(held)) free(handle);
    },
    count: () => alive,
  };
}

/** Tensors that a backend keeps itself. */
function keptBy(backend: KernelBackend): Storage {
  return {
    run: (inputs, compute) => compute(inputs),
    release: ({ dataId }) => backend.disposeData(dataId),
  };
}

/** Every tensor in arrays and plain objects, however nested. */
function handlesIn(held: unknown, found: Handle[] = []): Handle[] {
  if (typeof held !== 'object' || held === null || ArrayBuffer.isView(held)) return found;
  if ('dataId' in held) found.push(held as Handle);
  else for (const part of Object.values(held)) handlesIn(part, found);
  return found;
}
