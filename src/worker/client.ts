import type { Failure } from '../base/failure';
import { tableOf } from '../catalog/datasets/tables';
import type { Report, Request } from './protocol';

/** The page's end of a worker that trains. */
export interface Client {
  post(request: Request): void;
  /** Ends the worker; nothing is reported afterwards. */
  close(): void;
}

/**
 * Starts a worker and hears its reports; a worker that dies reports `failed` for run −1. The table of an experiment goes
 * ahead of it, once.
 */
export function connect(listen: (report: Report) => void, softwareWebgl: boolean): Client {
  const worker = new Worker(new URL('./entry.ts', import.meta.url), { type: 'module' });
  const fail = (message: string) => listen({ type: 'failed', run: -1, message });
  worker.onmessage = ({ data }: MessageEvent<Report>) => listen(data);
  worker.onmessageerror = () => fail('badMessage' satisfies Failure);
  worker.onerror = (event) => {
    event.preventDefault();
    fail(event.message || ('notStarted' satisfies Failure));
  };
  const sent = new Set<number>();
  const send = (request: Request) => worker.postMessage(request);
  const post = (request: Request) => {
    const table = 'experiment' in request ? tableOf(request.experiment.dataHash) : undefined;
    if (table && !sent.has(table.hash)) {
      send({ type: 'table', table });
      sent.add(table.hash);
    }
    send(request);
  };
  send({ type: 'open', softwareWebgl });
  return { post, close: () => worker.terminate() };
}
