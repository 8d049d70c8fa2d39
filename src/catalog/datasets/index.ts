import { blobs } from './blobs';
import { circles } from './circles';
import { digits } from './digits';
import { gaussians } from './gaussians';
import { moons } from './moons';
import { ownData } from './ownData';
import { plane } from './plane';
import { teacher } from './teacher';
import { threeSpirals } from './threeSpirals';
import { twoSpirals } from './twoSpirals';
import { wave } from './wave';
import { xor } from './xor';

/** Every dataset, in the order people choose from. */
export const datasets = [
  twoSpirals,
  circles,
  xor,
  gaussians,
  moons,
  threeSpirals,
  blobs,
  digits,
  teacher,
  plane,
  wave,
  ownData,
] as const;
