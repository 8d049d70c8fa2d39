import { code } from '../catalog/code';
import { constantsOf } from './constants';
import { named } from './pieces';
import type { ScriptPlan } from './plan';
import type { Body } from './script';
import { tableConstant } from './table';
import type { Say } from './texts';
import { drawing } from './tfjsDrawing';
import { tfjsLoop } from './tfjsLoop';

/** The import lines of a TF.js script. */
export const tfjsImports = (script: string) => code`
  import { closeSync, openSync, ${/\breadFileSync\b/.test(script) ? 'readFileSync, ' : ''}writeSync } from 'node:fs';
  import { parseArgs } from 'node:util';
  import * as tf from '@tensorflow/tfjs';
  ${/\bPapa\./.test(script) ? "import Papa from 'papaparse';" : ''}
  import { mersenne } from 'pure-rand/generator/mersenne';
`;

/** The lines of constants of a TF.js script. */
export function tfjsConstants(body: Body, script: string): string {
  const { experiment, plan, language } = body;
  const constants = constantsOf(experiment, script, language, ['false', 'true']);
  const table = tableConstant(experiment, script);
  const [first, ...rest] = plan.widths;
  const hidden = rest.length > 1 ? `...new Array(${rest.length - 1}).fill(${rest[0]}), ` : '';
  return code`
    ${constants.map(({ name, value, comment }) => `const ${name} = ${value};${comment && ` // ${comment}`}`)}
    ${table && `const TABLE = ${table};`}
    const WIDTHS = [${String(first)}, ${hidden}${String(rest.at(-1))}];
    const DEPTH = WIDTHS.length - 1;
  `;
}

/** The parts of a TF.js script, in order. */
export function tfjsBody(body: Body): readonly string[] {
  const { plan, say } = body;
  const own = [
    activation(plan),
    plan.normalization && `/** ${plan.titles.normalization} */\n${plan.normalization}`,
    forward(plan, say),
    code`
      /** ${plan.titles.loss} */
      function lossOf(output, target) {
        return ${plan.loss};
      }
    `,
    ...plan.transformations.map(({ title, code: text }) => `/** ${title} */\n${text}`),
    code`
      /** ${say('change')} ${plan.titles.optimizer} */
      function changeOf(gradient, state, rate, step) {
        ${plan.optimizer}
      }
    `,
    plan.lossScaling,
    backpropagate(plan),
    tfjsLoop(body),
  ];
  return [...drawing(body), ...named(own.join('\n'), pieces(say)), plan.format, ...own, 'main();'];
}

const pieces = (say: Say) => ({
  norm: code`
    /** ${say('norm64')} */
    function norm(...tensors) {
      let sum = 0;
      for (const tensor of tensors) for (const x of tensor.dataSync()) sum += x * x;
      return Math.sqrt(sum);
    }
  `,
  peak: code`
    /** ${say('peak')} */
    function peak(...tensors) {
      let largest = 0;
      for (const tensor of tensors) {
        for (const x of tensor.dataSync()) largest = Math.max(largest, Math.abs(x));
      }
      return largest || 1;
    }
  `,
  isFinite: code`
    function isFinite(layers) {
      return layers.flat().every((x) => x.dataSync().every(Number.isFinite));
    }
  `,
});

function activation({ activation: expression, slope, titles }: ScriptPlan): string {
  if (slope) {
    return code`
      /** ${titles.activation} */
      const activation = tf.customGrad((y, save) => {
        const value = toFloat16(${expression});
        save([y, value]);
        return { value, gradFunc: (gradient, [y, h]) => tf.mul(gradient, ${slope}) };
      });
    `;
  }
  return code`
    /** ${titles.activation} */
    function activation(y) {
      return ${expression};
    }
  `;
}

function forward(plan: ScriptPlan, say: Say): string {
  const round = plan.format ? (x: string) => `rounded(${x})` : (x: string) => x;
  const { normalizes, skip, bias } = plan;
  const normal = normalizes === 'preactivation';
  const input = skip ? round('h[layer]') : 'h[layer]';
  const weight = normalizes === 'weight' ? 'weightNormalized(weight, scale)' : 'weight';
  const product = `tf.matMul(${input}, ${weight})`;
  const inner = normal ? round('normalization(z[layer], scale, shift)') : 'z[layer]';
  const activated = round(`activation(${inner})`);
  const names = ['weight', ...(bias ? ['bias'] : []), ...(normal ? ['scale', 'shift'] : [])];
  const parameters = normalizes === 'weight' ? [...names, 'scale'] : names;
  const term = (factor: string, x: string) => (factor === '1' ? x : `tf.mul(${x}, ${factor})`);
  const sum =
    skip && round(`tf.add(${term(skip.skip, 'h[layer]')}, ${term(skip.branch, 'branch')})`);
  return code`
    /** ${say('probes')} */
    function forward(x, parameters, probes) {
      const h = [tf.add(${round('x')}, probes[0])];
      const z = [];
      for (let layer = 0; layer < DEPTH - 1; layer++) {
        const [${parameters.join(', ')}] = parameters[layer];
        const product = ${product};
        z.push(tf.add(${round(bias ? 'tf.add(product, bias)' : 'product')}, probes[DEPTH + layer]));
        const branch = ${activated};
        ${sum ? `const signal = String(h[layer].shape) === String(branch.shape) ? ${sum} : branch;` : ''}
        h.push(tf.add(${sum ? 'signal' : 'branch'}, probes[layer + 1]));
      }
      const [weight, bias] = parameters[DEPTH - 1];
      const output = ${round('tf.add(tf.matMul(h[DEPTH - 1], weight), bias)')};
      z.push(tf.add(output, probes[2 * DEPTH - 1]));
      return { h, z };
    }
  `;
}

function backpropagate({ lossScaling, format, normalizes }: ScriptPlan): string {
  const made = normalizes === 'weight';
  return code`
    function backpropagate(x, target, parameters${lossScaling ? ', scale' : ''}) {
      const widths = [...WIDTHS.slice(0, -1), ...WIDTHS.slice(1)];
      const zeros = widths.map((width) => tf.zeros([x.shape[0], width]));
      const result = {};
      const gradients = tf.grads((...tensors) => {
        const rest = tensors.slice(zeros.length);
        const layers = parameters.map((layer) => layer.map(() => rest.shift()));
        const { h, z } = forward(x, layers, tensors);
        const loss = lossOf(z.at(-1), target);
        result.loss = loss.dataSync()[0];
        result.forward = [...h, z.at(-1)].map((signal) => norm(signal));
        return ${lossScaling ? 'tf.mul(loss, scale)' : 'loss'};
      })([...zeros, ...parameters.flat()])${format && !made ? '.map(toFloat16)' : ''};
      const signals = gradients.splice(0, zeros.length)${format && made ? '.map(toFloat16)' : ''};
      result.backward = signals.map((gradient) => norm(gradient));
      result.gradients = parameters.map((layer) => layer.map(() => gradients.shift()));
      ${format && made ? ['result.gradients = result.gradients.map(([weight, bias, ...scale], layer) => {', '  const last = layer === DEPTH - 1;', '  return [last ? toFloat16(weight) : weight, toFloat16(bias), ...scale];', '});'] : ''}
      return result;
    }
  `;
}
