import keras from './keras_log.py?raw';
import keras15 from './keras_short.py?raw';
import lightning from './lightning_log.py?raw';
import lightning15 from './lightning_short.py?raw';
import torch from './torch_log.py?raw';
import torch15 from './torch_short.py?raw';

/** Where a training can be logged that was not made from an experiment. */
export type Logged = 'torch' | 'lightning' | 'keras';

/** A file of Python, and the name that others import it by. */
export interface Callback {
  readonly file: string;
  readonly text: string;
}

const torchLog = { file: 'torch_log.py', text: torch };

/**
 * What writes a log of every layer's norms from somebody's own training, ready to be read by the page: the
 * files to save side by side, the one to use last.
 */
export const callbacks: Readonly<Record<Logged, readonly Callback[]>> = {
  torch: [torchLog],
  lightning: [torchLog, { file: 'lightning_log.py', text: lightning }],
  keras: [{ file: 'keras_log.py', text: keras }],
};

/** At most fifteen lines that log the gradient and the weight of every parameter, to be copied. */
export const shortCallbacks: Readonly<Record<Logged, string>> = {
  torch: torch15,
  lightning: lightning15,
  keras: keras15,
};
