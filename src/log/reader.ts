import { type LogFile, readLog } from './read';

self.onmessage = ({ data }: MessageEvent<readonly LogFile[]>) => {
  const found = readLog(data);
  const transfer = 'rows' in found ? [found.rows.buffer] : [];
  self.postMessage(found, { transfer });
};
