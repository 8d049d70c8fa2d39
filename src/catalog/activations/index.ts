import { elu } from './elu';
import { gelu } from './gelu';
import { leakyRelu } from './leakyRelu';
import { linear } from './linear';
import { relu } from './relu';
import { selu } from './selu';
import { sigmoid } from './sigmoid';
import { silu } from './silu';
import { tanh } from './tanh';

/** Every activation function, in the order people choose from. */
export const activations = [linear, relu, leakyRelu, elu, selu, gelu, silu, tanh, sigmoid] as const;
