import type { Job, Result } from './contender';

declare global {
  /** Runs one job in a worker of its own. */
  var bench: (job: Job) => Promise<Result>;
}

globalThis.bench = (job) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Result>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(job);
  });
