import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import type { Failure } from '../../base/failure';
import { sizeOf } from '../../base/shape';
import type { Storage } from './kernels';

/** Memory that one tensor has, or several share. */
interface Block {
  readonly address: number;
  readonly bytes: number;
  /** What has to be given back to the allocator. */
  readonly allocated: number;
  /** Whether it serves again once it is freed: tfjs's kernels allocate anew, so that what they made would pile up. */
  readonly serves: boolean;
  /** Tensors that lie in it. */
  users: number;
}

/** Where a tensor lies; it stands where tfjs has the identity of a tensor's data. */
class Place {
  constructor(
    readonly block: Block,
    readonly offset: number,
  ) {}
}

/** The parts of tfjs's module that its types leave out. */
interface Module {
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  readonly asm: { readonly memory: WebAssembly.Memory };
  _malloc(bytes: number): number;
  _free(address: number): void;
}

/** The part of tfjs's backend that its types keep private. */
interface Registry {
  readonly dataIdMap: { get(dataId: object): { readonly id: number } };
}

/** Tensors of our own in the memory of the WebAssembly backend. */
export interface Memory extends Storage {
  /** All of it. */
  readonly whole: WebAssembly.Memory;
  /** A tensor whose values are to be written. */
  make(shape: readonly number[], dtype?: 'float32' | 'bool'): TensorInfo;
  /** Values of a tensor from the `start`-th on, as a tensor that shares its memory. */
  view(x: TensorInfo, shape: readonly number[], start: number): TensorInfo;
  /** Address of the first value. */
  offset(x: TensorInfo): number;
  /** The values, row-major; the array is good until the next tensor is made. */
  values(x: TensorInfo): Float32Array | Uint8Array;
}

/** Bytes at whose multiples blocks begin and end, so that loops may run over whole vectors. */
const unit = 64;

/** About the most bytes kept for the tensors to come; then all are freed, for they may be of other lengths. */
const mostKept = 64 * 2 ** 20;

/**
 * Allocates in the memory of the WebAssembly backend without tfjs's bookkeeping, which costs more than a
 * small operation does. Freed blocks serve the next tensors of their length.
 */
export function createMemory(backend: BackendWasm): Memory {
  const wasm = backend.wasm as unknown as Module;
  const registered = (backend as unknown as Registry).dataIdMap;
  const kept = new Map<number, Block[]>();
  let bytesKept = 0;

  /** Allocates for tfjs's kernels too, which would write to address 0 where there is no memory. */
  function guardAllocation(): void {
    // The module puts a function in place when it is first called.
    wasm._free(wasm._malloc(1));
    const allocate = wasm._malloc;
    wasm._malloc = (bytes) => {
      const address = allocate(bytes);
      if (address !== 0) return address;
      freeKept();
      const second = allocate(bytes);
      if (second === 0) throw new RangeError(`noMemory ${bytes}` satisfies Failure);
      return second;
    };
  }

  function take(bytes: number): Block {
    const block = kept.get(bytes)?.pop();
    if (block) {
      bytesKept -= bytes;
      block.users = 1;
      return block;
    }
    const allocated = wasm._malloc(bytes + unit) >>> 0;
    return {
      address: Math.ceil(allocated / unit) * unit,
      bytes,
      allocated,
      serves: true,
      users: 1,
    };
  }

  function giveBack(block: Block): void {
    block.users -= 1;
    if (block.users > 0) return;
    if (!block.serves) {
      wasm._free(block.allocated);
      return;
    }
    if (bytesKept > mostKept) freeKept();
    bytesKept += block.bytes;
    const alike = kept.get(block.bytes);
    if (alike) alike.push(block);
    else kept.set(block.bytes, [block]);
  }

  function freeKept(): void {
    for (const { allocated } of [...kept.values()].flat()) wasm._free(allocated);
    kept.clear();
    bytesKept = 0;
  }

  /** The tensor as tfjs's kernels know it, for one call. */
  const lend = (x: TensorInfo) =>
    x.dataId instanceof Place ? backend.makeOutput(x.shape, x.dtype, x.dataId.offset) : x;

  /** A tensor that tfjs has made has two numbers: its module knows it by the one in the map. */
  const forget = ({ dataId }: TensorInfo) =>
    backend.wasm.tfjs.disposeData(registered.get(dataId).id);

  function view({ dataId, dtype }: TensorInfo, shape: readonly number[], start: number) {
    const { block, offset } = dataId as Place;
    block.users += 1;
    const before = bytesOf({ shape: [start], dtype });
    return { dataId: new Place(block, offset + before), shape: [...shape], dtype };
  }

  /** A tensor that a kernel has made, or one of its inputs in another shape. */
  function own(made: TensorInfo, inputs: readonly TensorInfo[], lent: readonly TensorInfo[]) {
    const same = inputs[lent.findIndex(({ dataId }) => dataId === made.dataId)];
    if (same) return view(same, made.shape, 0);
    const address = backend.getMemoryOffset(made.dataId);
    forget(made);
    const bytes = bytesOf(made);
    const block = { address, bytes, allocated: address, serves: false, users: 1 };
    return { ...made, dataId: new Place(block, address) };
  }

  guardAllocation();
  return {
    whole: wasm.asm.memory,
    make(shape, dtype = 'float32') {
      const block = take(Math.ceil(bytesOf({ shape, dtype }) / unit) * unit);
      return { dataId: new Place(block, block.address), shape: [...shape], dtype };
    },
    view,
    offset: ({ dataId }) => (dataId as Place).offset,
    values({ dataId, shape, dtype }) {
      const { buffer } = wasm.HEAPU8;
      const { offset } = dataId as Place;
      return dtype === 'bool'
        ? new Uint8Array(buffer, offset, sizeOf(shape))
        : new Float32Array(buffer, offset, sizeOf(shape));
    },
    run(inputs, compute) {
      const given: readonly TensorInfo[] = Object.values(inputs);
      const lent = given.map(lend);
      const names = Object.keys(inputs);
      const byName = () =>
        Object.fromEntries(names.map((name, index) => [name, at(lent, index, 'input')]));
      try {
        const made = compute(Array.isArray(inputs) ? lent : byName());
        const keep = (tensor: TensorInfo) => own(tensor, given, lent);
        return Array.isArray(made) ? made.map(keep) : keep(made);
      } finally {
        lent.forEach((tensor, index) => {
          if (tensor !== given[index]) forget(tensor);
        });
      }
    },
    release: ({ dataId }) => giveBack((dataId as Place).block),
  };
}

function bytesOf({ shape, dtype }: Pick<TensorInfo, 'dtype'> & { shape: readonly number[] }) {
  return sizeOf(shape) * (dtype === 'bool' ? 1 : 4);
}
