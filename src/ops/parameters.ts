import type { Ops, Tensor } from './ops';

/** What a parameter does in its layer. Only `weight` is penalized, decayed and drawn at random. */
export type Role = 'weight' | 'bias' | 'scale' | 'shift';

/** Parameters of consecutive layers that share a role and a shape. */
export interface ParameterGroup {
  readonly role: Role;
  /** The layers, 1 … D, whose parameters are stacked here, in order. */
  readonly layers: readonly number[];
  /** The shape of one layer's parameter: `[fanIn, fanOut]` for a weight, `[fanOut]` otherwise. */
  readonly shape: readonly number[];
}

/** All groups of a network, in the order of its `Stacks`. */
export type Layout = readonly ParameterGroup[];

/** One tensor `[layers, …shape]` per group of a layout: parameters, gradients or optimizer state. */
export type Stacks = readonly Tensor[];

/** What a gradient transformation may look at. */
export interface TransformContext<Settings> {
  readonly layout: Layout;
  readonly parameters: Stacks;
  /** Steps taken so far, 0 at the first. */
  readonly step: number;
  readonly settings: Settings;
}

/** What a transformation made of gradients. */
export interface Transformed {
  readonly gradients: Stacks;
  readonly state: readonly Stacks[];
  /** Share of the components or units that it limited, `[]`, where it limits each alone. */
  readonly share?: Tensor;
}

/**
 * A gradient transformation: safeguards and optimizers alike. `init` makes its state, `update` turns
 * gradients into new ones (an optimizer: into the change of the parameters) and returns the next state.
 */
export interface GradientTransformation<Settings> {
  init(ops: Ops, parameters: Stacks): readonly Stacks[];
  update(
    ops: Ops,
    gradients: Stacks,
    state: readonly Stacks[],
    context: TransformContext<Settings>,
  ): Transformed;
}
