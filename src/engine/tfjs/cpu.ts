import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { erfc } from '../../base/elementary/erfc';
import { exp, expm1, tanh } from '../../base/elementary/exponential';
import { log } from '../../base/elementary/logarithm';
import type { Tensor } from '../../ops/ops';
import type { Handle, Kernels } from './kernels';
import type { Corrections } from './ops';

/** What tfjs computes by functions of JavaScript's `Math` that every browser rounds in its own way. */
export function cpuCorrections(kernels: Kernels): Corrections {
  const { data } = kernels.backend as MathBackendCPU;
  const each = (of: (value: number) => number) => (x: Tensor) => {
    const values = data.get((x as Handle).dataId).values as Float32Array;
    return kernels.upload(values.map(of), x.shape);
  };
  return {
    exp: each(exp),
    expm1: each(expm1),
    log: each(log),
    tanh: each(tanh),
    sigmoid: each((value) => 1 / (1 + exp(-value))),
    erf: each((value) => Math.sign(value) * (1 - erfc(Math.abs(value)))),
  };
}
