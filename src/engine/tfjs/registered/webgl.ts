import '@tensorflow/tfjs-backend-webgl/dist/base';
import { absConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Abs';
import { addConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Add';
import { argMaxConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/ArgMax';
import { castConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Cast';
import { concatConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Concat';
import { equalConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Equal';
import { erfConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Erf';
import { expConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Exp';
import { fillConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Fill';
import { lessConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Less';
import { lessEqualConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/LessEqual';
import { logConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Log';
import { multiplyConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Multiply';
import { packConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Pack';
import { reshapeConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Reshape';
import { selectConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Select';
import { sigmoidConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sigmoid';
import { sliceConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Slice';
import { sqrtConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sqrt';
import { subConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sub';
import { sumConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sum';
import { tileConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Tile';
import { unpackConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Unpack';
import { registerKernel } from '@tensorflow/tfjs-core';

for (const kernel of [
  absConfig,
  addConfig,
  argMaxConfig,
  castConfig,
  concatConfig,
  equalConfig,
  erfConfig,
  expConfig,
  fillConfig,
  lessConfig,
  lessEqualConfig,
  logConfig,
  multiplyConfig,
  packConfig,
  reshapeConfig,
  selectConfig,
  sigmoidConfig,
  sliceConfig,
  sqrtConfig,
  subConfig,
  sumConfig,
  tileConfig,
  unpackConfig,
]) {
  registerKernel(kernel);
}
