import { at, present } from '../base/at';
import { layersUpTo } from '../base/layers';
import type { Ops, Tensor } from '../ops/ops';
import type { Layout, ParameterGroup, Role, Stacks } from '../ops/parameters';

/** The parameters (or their gradients) of one layer. */
export type LayerParameters = { readonly weight: Tensor } & {
  readonly [R in Exclude<Role, 'weight'>]?: Tensor;
};

/** Which parameters the hidden layers have beside a weight. */
export interface HiddenRoles {
  readonly bias: boolean;
  readonly scale: boolean;
  readonly shift: boolean;
}

/** Lays out a network of these widths (input first); the output layer always has a bias. */
export function layoutOf(widths: readonly number[], hidden: HiddenRoles): Layout {
  const depth = widths.length - 1;
  const layers = layersUpTo(depth);
  const inner = layers.slice(0, -1);
  const fanOut = (layer: number) => at(widths, layer, 'width of layer');
  const vector = (layer: number) => [fanOut(layer)];
  return [
    ...grouped('weight', layers, (layer) => [fanOut(layer - 1), fanOut(layer)]),
    ...grouped('bias', hidden.bias ? layers : [depth], vector),
    ...grouped('scale', hidden.scale ? inner : [], vector),
    ...grouped('shift', hidden.shift ? inner : [], vector),
  ];
}

/** Groups consecutive layers whose parameters of one role have one shape. */
function grouped(
  role: Role,
  layers: readonly number[],
  shapeOf: (layer: number) => readonly number[],
): readonly ParameterGroup[] {
  const groups: { role: Role; layers: number[]; shape: readonly number[] }[] = [];
  for (const layer of layers) {
    const shape = shapeOf(layer);
    const last = groups.at(-1);
    if (last && String(last.shape) === String(shape)) last.layers.push(layer);
    else groups.push({ role, layers: [layer], shape });
  }
  return groups;
}

/** The parameters of every layer, by layer: entry 0 is layer 1. */
export function byLayer(ops: Ops, layout: Layout, stacks: Stacks): readonly LayerParameters[] {
  const layers: Record<number, Partial<Record<Role, Tensor>>> = {};
  layout.forEach(({ role, layers: members }, index) => {
    ops.unstack(at(stacks, index, 'parameter group')).forEach((tensor, position) => {
      const layer = at(members, position, 'layer of a parameter group');
      layers[layer] = { ...layers[layer], [role]: tensor };
    });
  });
  return Object.entries(layers).map(([layer, { weight, ...others }]) => ({
    weight: present(weight, layer, 'weight of layer'),
    ...others,
  }));
}

/** Stacks what each layer has (entry 0 is layer 1) as the layout says. */
export function stacked(
  ops: Ops,
  layout: Layout,
  layers: readonly Partial<Record<Role, Tensor>>[],
): Stacks {
  return layout.map(({ role, layers: members }) =>
    ops.stack(
      members.map((layer) => present(layers[layer - 1]?.[role], layer, `${role} of layer`)),
    ),
  );
}
