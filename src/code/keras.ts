import { code } from '../catalog/code';
import { named } from './pieces';
import type { ScriptPlan } from './plan';
import {
  drawing,
  dropped,
  finiteness,
  guard,
  logged,
  logging,
  logHeader,
  lossToChange,
  penalized,
  rateOf,
  remembered,
  times,
  transformed,
} from './python';
import type { Body } from './script';
import type { Say } from './texts';

/** The import lines of a Keras script. */
export const kerasImports = (script: string) => code`
  import argparse
  import csv
  import math
  import os
  ${/\bre\./.test(script) ? 'import re' : ''}

  os.environ['KERAS_BACKEND'] = 'tensorflow'

  import keras
  import numpy as np
  import tensorflow as tf
  from keras import ops
`;

/** The parts of a Keras script, in order; gradients come from TensorFlow's tape. */
export function kerasBody(body: Body): readonly string[] {
  const { plan, say } = body;
  const own = [
    activation(plan),
    plan.normalization && `# ${plan.titles.normalization}\n${plan.normalization}`,
    network(plan, say),
    ...lossToChange(body),
    backpropagate(plan, say),
    logging(say),
    loop(plan, say),
  ];
  return [...drawing(body), ...named(own.join('\n'), pieces(say)), plan.format, ...own, guard];
}

const pieces = (say: Say) => ({
  norm: code`
    def norm(*tensors):
        """${say('norm64')}"""
        arrays = (np.float64(ops.convert_to_numpy(x)) for x in tensors)
        return math.sqrt(sum(float(np.square(x).sum()) for x in arrays))
  `,
  peak: code`
    def peak(*tensors):
        """${say('peak')}"""
        largest = float(np.max([np.abs(ops.convert_to_numpy(x)).max() for x in tensors]))
        return largest or 1.0
  `,
  is_finite: code`
    def is_finite(layers):
        return all(bool(ops.all(ops.isfinite(x))) for layer in layers for x in layer)
  `,
});

function activation({ activation: expression, slope, titles }: ScriptPlan): string {
  if (slope) {
    return code`
      @tf.custom_gradient
      def activation(y):
          """${titles.activation}"""
          h = to_float16(${expression})
          return h, lambda gradient: gradient * (${slope})
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
  const hidden =
    normalizes === 'weight'
      ? 'WeightNormalized(width)'
      : `keras.layers.Dense(width${plan.bias ? '' : ', use_bias=False'})`;
  const branch = round(
    `activation(${normal ? round('self.normalization[index](z[-1])') : 'z[-1]'})`,
  );
  const sum = round(`${times(skip?.skip)}h[-1] + ${times(skip?.branch)}branch`);
  return code`
    class Network(keras.Model):
        def __init__(self):
            super().__init__()
            hidden = [${hidden} for width in WIDTHS[1:-1]]
            self.dense = [*hidden, keras.layers.Dense(WIDTHS[-1])]
            ${normal ? 'self.normalization = [Normalization() for _ in hidden]' : ''}
            for number, dense in enumerate(self.dense, 1):
                fan_in, fan_out = WIDTHS[number - 1 : number + 1]
                dense.build((None, fan_in))
                dense.kernel.assign(initial_weight(number, fan_in, fan_out))
            ${normal ? ['for normalization, width in zip(self.normalization, WIDTHS[1:]):', '    normalization.build((None, width))'] : ''}

        def parameters(self):
            layers = [list(dense.trainable_variables) for dense in self.dense]
            ${normal ? ['for layer, normalization in zip(layers, self.normalization):', '    layer += normalization.trainable_variables'] : ''}
            return layers

        def call(self, x):
            """${say('signals')}"""
            h, z = [${round('x')}], []
            for ${normal ? 'index, dense in enumerate(self.dense[:-1])' : 'dense in self.dense[:-1]'}:
                z.append(${round(`dense(${skip ? round('h[-1]') : 'h[-1]'})`)})
                ${skip ? [`branch = ${branch}`, 'if h[-1].shape == branch.shape:', `    branch = ${sum}`, 'h.append(branch)'] : `h.append(${branch})`}
            z.append(${round('self.dense[-1](h[-1])')})
            return h, z
  `;
}

function backpropagate({ lossScaling, format, normalizes }: ScriptPlan, say: Say): string {
  const rounded =
    normalizes === 'weight'
      ? code`
          for index, (weight, bias, *scale) in enumerate(own):
              last = index == DEPTH - 1
              own[index] = [to_float16(weight) if last else weight, to_float16(bias), *scale]
        `
      : 'own = [[to_float16(g) for g in layer] for layer in own]';
  return code`
    def backpropagate(network, x, target${lossScaling ? ', scale' : ''}):
        """${say('tape')}"""
        parameters = network.parameters()
        with tf.GradientTape() as tape:
            tape.watch(x)
            h, z = network(x)
            loss = loss_of(z[-1], target)
            ${lossScaling ? 'scaled = loss * scale' : ''}
        values = [[p.value for p in layer] for layer in parameters]
        signals, own = tape.gradient(${lossScaling ? 'scaled' : 'loss'}, [h + z, values])
        ${format && ['signals = [to_float16(g) for g in signals]', rounded]}
        return loss, h, z, signals, own
  `;
}

function loop(plan: ScriptPlan, say: Say): string {
  const { microBatches, lossScaling } = plan;
  const divisor = [...(lossScaling ? ['scale'] : []), ...(microBatches ? [microBatches] : [])];
  const over = divisor.length > 0 ? ` / (${divisor.join(' * ')})` : '';
  return code`
    def main():
        parser = argparse.ArgumentParser()
        parser.add_argument('--steps', type=int, default=300, help='${say('stepsOption')}')
        parser.add_argument('--csv', default='log.csv', help='${say('logOption')}')
        options = parser.parse_args()
        network = Network()
        parameters = network.parameters()
        memory = [[{} for _ in layer] for layer in parameters]
        ${lossScaling ? 'loss_scale = LossScale()' : ''}
        features, targets = (tf.constant(values) for values in training_data())

        with open(options.csv, 'w', newline='') as output:
            log = csv.writer(output, lineterminator='\\n')
            log.writerow(${logHeader})
            for step in range(options.steps):
                rows = batch_rows(step)
                ${lossScaling ? 'scale = loss_scale.factor' : ''}
                ${passes(plan)}

                raw = [[g${over} for g in layer] for layer in own]
                ${finiteness(plan)}
                ${penalized(plan)}
                ${transformed(plan)}
                ${rateOf(plan)}
                ${update(plan)}

                backward = [norm(*part)${over} for part in signals]
                forward = [norm(*part) for part in [*h, z[-1]]]
                ${logged(plan)}
                if not all(map(math.isfinite, watched)):
                    print(f'${say('stops')}')
                    break
                for layer, own in zip(parameters, changes):
                    for parameter, change in zip(layer, own):
                        parameter.assign_add(change)
  `;
}

function passes({ microBatches, lossScaling }: ScriptPlan): string {
  const more = lossScaling ? ', scale' : '';
  const run = (rows: string) =>
    `backpropagate(network, tf.gather(features, ${rows}), tf.gather(targets, ${rows})${more})`;
  if (!microBatches) {
    return code`
      loss, *signals, own = ${run('rows')}
      h, z, signals = ([[x] for x in list] for list in signals)
      loss = float(loss)
    `;
  }
  return code`
    parts = [
        ${run('part')}
        for part in np.split(rows, ${microBatches})
    ]
    losses, h, z, signals, own = zip(*parts)
    loss = float(sum(losses)) / ${microBatches}
    h, z, signals = (list(zip(*groups)) for groups in (h, z, signals))
    own = [[sum(gradients) for gradients in zip(*layers)] for layers in zip(*own)]
  `;
}

function update(plan: ScriptPlan): string {
  const { moves, added } = plan;
  const terms = added.map((term) => ` + ${term.replaceAll('weight', 'layer[0]')}`).join('');
  const still = code`
    if not (${moves.join(' and ')}):
        changes.append([ops.zeros_like(p) for p in layer])
        continue
  `;
  return code`
    ${remembered(plan)}
    changes = []
    for index, layer in enumerate(parameters):
        ${moves.length > 0 ? still : ''}
        own = zip(gradients[index], memory[index])
        changes.append([change_of(g, state, rate, step) for g, state in own])
        ${terms ? `changes[-1][0] = changes[-1][0]${terms}` : ''}
    ${dropped(plan, 'ops.zeros_like(p)')}
  `;
}
