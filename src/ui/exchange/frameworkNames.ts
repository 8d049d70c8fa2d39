import type { Framework } from '../../catalog/code';
import type { Logged } from '../../code/callbacks';

/** What the frameworks are called for which there is code. */
export const frameworkNames: Readonly<Record<Framework | Logged, string>> = {
  torch: 'PyTorch',
  lightning: 'Lightning',
  keras: 'Keras 3',
  tfjs: 'TensorFlow.js',
};
