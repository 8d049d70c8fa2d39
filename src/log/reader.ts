import type { LogQuestion } from './open';
import { readLog } from './read';

self.onmessage = async ({ data: { files, choice } }: MessageEvent<LogQuestion>) => {
  const found = await readLog(files, choice);
  const transfer = 'rows' in found ? [found.rows.buffer] : [];
  self.postMessage(found, { transfer });
};
