import { constant } from './constant';
import { glorotNormal } from './glorotNormal';
import { glorotUniform } from './glorotUniform';
import { heNormal } from './heNormal';
import { heUniform } from './heUniform';
import { lecunNormal } from './lecunNormal';
import { lecunUniform } from './lecunUniform';
import { normal } from './normal';
import { orthogonal } from './orthogonal';
import { uniform } from './uniform';
import { zeros } from './zeros';

/** Every initializer, in the order people choose from. */
export const initializers = [
  heNormal,
  heUniform,
  glorotNormal,
  glorotUniform,
  lecunNormal,
  lecunUniform,
  orthogonal,
  normal,
  uniform,
  constant,
  zeros,
] as const;
