import * as tf from '@tensorflow/tfjs-core';
import { type Corrections, native } from './ops';

/**
 * On WebAssembly a transposed matrix product takes a scalar path, twelve times slower than an
 * explicit transpose before a plain product.
 */
export const wasmCorrections: Corrections = {
  matMul(a, b, { a: transposeA = false, b: transposeB = false } = {}) {
    const plain = (x: tf.Tensor, transposed: boolean) => (transposed ? tf.transpose(x) : x);
    return tf.tidy(() => tf.matMul(plain(native(a), transposeA), plain(native(b), transposeB)));
  },
};
