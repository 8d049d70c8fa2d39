import { wasmPaths } from '../engine/tfjs/binaries';
import type { Report, Request } from './protocol';
import { serve } from './server';

/** What a worker's global scope offers here; the DOM's types would make it a window. */
interface WorkerScope {
  postMessage(message: Report, transfer: readonly ArrayBuffer[]): void;
  onmessage: ((event: MessageEvent<Request>) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;
const receive = serve(
  { post: (report, transfer = []) => scope.postMessage(report, transfer) },
  { wasmPaths },
);
scope.onmessage = ({ data }) => receive(data);
