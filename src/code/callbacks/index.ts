import keras from './keras_log.py?raw';
import lightning from './lightning_log.py?raw';
import torch from './torch_log.py?raw';

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
