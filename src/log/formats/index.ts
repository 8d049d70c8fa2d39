import { delimited } from './delimited';
import { events } from './events';
import type { LogFormat } from './format';
import { json } from './json';
import { mlflow } from './mlflow';
import { tensorBoardDownload } from './tensorBoard';
import { text } from './text';

/** The formats of logs; a file is of the first that it looks like. */
export const formats: readonly LogFormat[] = [
  events,
  tensorBoardDownload,
  json,
  mlflow,
  delimited,
  text,
];
