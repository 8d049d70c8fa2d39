import { code } from '../catalog/code';
import { weightsFormat } from './exportedWeights';
import { named } from './pieces';
import type { ScriptPlan } from './plan';
import { drawing, guard, logging, lossToChange, times } from './python';
import type { Body } from './script';
import type { Say } from './texts';
import { torchLoop } from './torchLoop';

/** The parts of a PyTorch script, in order. */
export function torchBody(body: Body): readonly string[] {
  const { plan, say } = body;
  const own = [
    activation(plan),
    plan.normalization && `# ${plan.titles.normalization}\n${plan.normalization}`,
    network(plan, say),
    ...lossToChange(body),
    backpropagate(plan, say),
    initialize,
    logging(say),
    torchLoop(body),
  ];
  return [
    place,
    ...drawing(body),
    readFile(body),
    ...named(own.join('\n'), pieces(say)),
    plan.format,
    ...own,
    guard,
  ];
}

/** The import lines of a PyTorch script. */
export function torchImports(script: string): string {
  return code`
    import argparse
    import csv
    import json
    import math
    import os
    ${/\bre\./.test(script) ? 'import re' : ''}
    import sys

    import numpy as np
    import torch
    import torch.distributed as dist
    ${/\bF\./.test(script) ? 'import torch.nn.functional as F' : ''}
    from torch import nn
    ${/\ball_reduce\(x\)/.test(script) ? 'from torch.distributed.nn.functional import all_reduce' : ''}
    from torch.nn.parallel import DistributedDataParallel
  `;
}

const place = code`
  RANK, WORLD = int(os.environ.get('RANK', 0)), int(os.environ.get('WORLD_SIZE', 1))
  DEVICE = torch.device('cpu')
  if torch.cuda.is_available():
      DEVICE = torch.device('cuda', int(os.environ.get('LOCAL_RANK', 0)))
`;

const pieces = (say: Say) => ({
  norm: code`
    def norm(*tensors):
        """${say('norm')}"""
        largest = peak(*tensors)
        if not math.isfinite(largest):
            return largest
        squares = ((x.detach() / largest).square().sum().item() for x in tensors)
        return largest * math.sqrt(sum(squares))
  `,
  peak: code`
    def peak(*tensors):
        """${say('peak')}"""
        largest = torch.stack([x.detach().abs().max() for x in tensors]).max().item()
        return largest or 1.0
  `,
  over_processes: code`
    def over_processes(norms):
        """${say('overProcesses')}"""
        if WORLD == 1:
            return norms
        own = torch.tensor(norms, dtype=torch.float64, device=DEVICE)
        every = [torch.empty_like(own) for _ in range(WORLD)]
        dist.all_gather(every, own)
        return [math.hypot(*parts) for parts in zip(*(part.tolist() for part in every))]
  `,
  total: code`
    def total(x):
        """${say('total')}"""
        return all_reduce(x) if WORLD > 1 else x
  `,
  is_finite: code`
    def is_finite(layers):
        return all(bool(x.isfinite().all()) for layer in layers for x in layer)
  `,
});

function activation({ activation: expression, slope, titles }: ScriptPlan): string {
  if (slope) {
    return code`
      class Activation(torch.autograd.Function):
          """${titles.activation}"""

          @staticmethod
          def forward(ctx, y):
              h = to_float16(${expression})
              ctx.save_for_backward(y, h)
              return h

          @staticmethod
          def backward(ctx, gradient):
              y, h = ctx.saved_tensors
              return gradient * (${slope})


      activation = Activation.apply
    `;
  }
  return code`
    def activation(y):
        """${titles.activation}"""
        return ${expression}
  `;
}

function network(plan: ScriptPlan, say: Say): string {
  const round = plan.format ? (x: string) => `rounded(${x})` : (x: string) => x;
  const { normalizes, skip } = plan;
  const normal = normalizes === 'preactivation';
  const bias = plan.bias ? '' : ', bias=False';
  const branch = round(`activation(${normal ? round('layer.normalization(z[-1])') : 'z[-1]'})`);
  const sum = round(`${times(skip?.skip)}h[-1] + ${times(skip?.branch)}branch`);
  return code`
    class Network(nn.Module):
        def __init__(self):
            super().__init__()
            pairs = list(zip(WIDTHS, WIDTHS[1:]))
            hidden = [${normalizes === 'weight' ? 'WeightNormalized(*pair)' : `nn.Linear(*pair${bias})`} for pair in pairs[:-1]]
            self.layers = nn.ModuleList([*hidden, nn.Linear(*pairs[-1])])
            ${normal ? ['for layer in hidden:', '    layer.normalization = Normalization(layer.out_features)'] : ''}
            ${plan.format ? roundedGradients(normalizes === 'weight') : ''}

        def forward(self, x):
            """${say('signals')}"""
            h, z = [${round('x')}], []
            for layer in self.layers[:-1]:
                z.append(${round(`layer(${skip ? round('h[-1]') : 'h[-1]'})`)})
                ${skip ? [`branch = ${branch}`, 'if h[-1].shape == branch.shape:', `    branch = ${sum}`, 'h.append(branch)'] : `h.append(${branch})`}
            z.append(${round('self.layers[-1](h[-1])')})
            return h, z
  `;
}

/** Rounds the gradients of the parameters; a weight made of others is rounded where it is made. */
function roundedGradients(made: boolean): readonly string[] {
  const all = made
    ? '[*(layer.bias for layer in hidden), *self.layers[-1].parameters()]'
    : 'self.parameters()';
  return [`for parameter in ${all}:`, '    parameter.register_hook(to_float16)'];
}

function backpropagate({ lossScaling }: ScriptPlan, say: Say): string {
  return code`
    def backpropagate(network, features, targets, rows${lossScaling ? ', scale' : ''}):
        """${say('backward')}"""
        mine = rows[RANK::WORLD]
        h, z = network(features[mine].requires_grad_())
        for signal in h + z:
            signal.retain_grad()
        loss = loss_of(z[-1], targets[mine]) * (WORLD * len(mine) / len(rows))
        ${lossScaling ? '(loss * scale).backward()' : 'loss.backward()'}
        return loss.detach(), h, z
  `;
}

function readFile({ experiment, say }: Body): string {
  return code`
    def read_file(path):
        """${say('readFile')}"""
        with open(path, 'rb') as file:
            header = json.loads(file.read(int.from_bytes(file.read(8), 'little')))
            data = file.read()
        about = header.pop('__metadata__', {})
        network = ','.join(map(str, WIDTHS)) + ' ${experiment.normalization}'
        if (about.get('format'), about.get('network')) != ('${weightsFormat}', network):
            sys.exit(f'${say('notOurs')}: {path}')
        types = {'F32': np.float32, 'I32': np.int32}

        def array(dtype, shape, data_offsets):
            return np.frombuffer(data[slice(*data_offsets)], types[dtype]).reshape(shape).copy()

        return {name: array(**entry) for name, entry in header.items()}
  `;
}

const initialize = code`
  @torch.no_grad()
  def initialize(network, file):
      for number, layer in enumerate(network.layers, 1):
          if file:
              for name, parameter in layer.named_parameters():
                  value = file[f'layers.{number}.{name.split(".")[-1]}']
                  parameter.copy_(torch.tensor(value).t())
          else:
              weight = initial_weight(number, layer.in_features, layer.out_features)
              layer.weight.copy_(torch.tensor(weight).t())
              if layer.bias is not None:
                  layer.bias.zero_()
`;
