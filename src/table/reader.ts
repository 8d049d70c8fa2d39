import { readSheet } from './sheet';

self.onmessage = ({ data }: MessageEvent<string>) => {
  self.postMessage(readSheet(data));
};
