import { code } from '../catalog/code';
import { constantsOf } from './constants';
import { named } from './pieces';
import type { ScriptPlan } from './plan';
import type { Body } from './script';
import { tableConstant } from './table';
import type { Say } from './texts';
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
    function isFinite(gradients) {
      return gradients.flat().every((g) => g.dataSync().every(Number.isFinite));
    }
  `,
});

const methods = {
  uniform: code`
    uniform() {
      const [high, low] = [this.generator.next() >>> 5, this.generator.next() >>> 6];
      return (high * 2 ** 26 + low) / 2 ** 53;
    }
  `,
  uniforms: code`
    uniforms(count, limit) {
      return Array.from({ length: count }, () => limit * (2 * this.uniform() - 1));
    }
  `,
  normal: code`
    normal() {
      if (this.spare.length === 0) {
        const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
        const angle = 2 * Math.PI * this.uniform();
        this.spare.push(radius * Math.cos(angle), radius * Math.sin(angle));
      }
      return this.spare.shift();
    }
  `,
  normals: code`
    normals(count, deviation) {
      return Array.from({ length: count }, () => deviation * this.normal());
    }
  `,
  permutation: code`
    permutation(count) {
      const order = Array.from({ length: count }, (_, index) => index);
      for (let last = count - 1; last > 0; last--) {
        const other = Math.floor(this.uniform() * (last + 1));
        [order[last], order[other]] = [order[other], order[last]];
      }
      return order;
    }
  `,
};

const orthogonal = code`
  function orthogonal(stream, fanIn, fanOut) {
    const dot = (a, b) => a.reduce((sum, x, index) => sum + x * b[index], 0);
    const vectors = [];
    while (vectors.length < Math.min(fanIn, fanOut)) {
      let vector = stream.normals(Math.max(fanIn, fanOut), 1);
      for (let pass = 0; pass < 2; pass++) {
        for (const other of vectors) {
          const along = dot(vector, other);
          vector = vector.map((x, index) => x - along * other[index]);
        }
      }
      const length = Math.sqrt(dot(vector, vector));
      vectors.push(vector.map((x) => x / length));
    }
    return Array.from({ length: fanIn * fanOut }, (_, index) => {
      const [row, column] = [Math.floor(index / fanOut), index % fanOut];
      return fanIn >= fanOut ? vectors[column][row] : vectors[row][column];
    });
  }
`;

function drawing({ experiment, plan, say, wholeBatch }: Body): readonly string[] {
  const { classes, standardizesTargets, initializer } = plan;
  const standardized = code`
    const known = labels.slice(0, TRAINING);
    const mean = known.reduce((sum, x) => sum + x, 0) / TRAINING;
    const deviation = Math.sqrt(known.reduce((sum, x) => sum + (x - mean) ** 2, 0) / TRAINING) || 1;
    const targets = labels.map((label) => [(TARGET_SCALE * (label - mean)) / deviation]);
  `;
  const oneHot = `Array.from({ length: ${classes} }, (_, k) => Number(k === label))`;
  const each = classes === null ? '[TARGET_SCALE * label]' : oneHot;
  const data = code`
    function trainingData() {
      const { rows, labels } = draw(new Stream('data', '${experiment.dataset}'));
      ${classes === null && standardizesTargets ? standardized : `const targets = labels.map((label) => ${each});`}
      return { features: rows.slice(0, TRAINING), targets: targets.slice(0, TRAINING) };
    }
  `;
  const batches = wholeBatch
    ? code`
        function batchRows() {
          return Array.from({ length: TRAINING }, (_, row) => row);
        }
      `
    : code`
        /** ${say('batches')} */
        function batchRows(step) {
          const perEpoch = Math.floor(TRAINING / BATCH_SIZE);
          const stream = new Stream('batches', Math.floor(step / perEpoch));
          const start = (step % perEpoch) * BATCH_SIZE;
          return stream.permutation(TRAINING).slice(start, start + BATCH_SIZE);
        }
      `;
  const weight = code`
    /** ${plan.titles.initializer} */
    function initialWeight(layer, fanIn, fanOut) {
      ${initializer.includes('stream') ? "const stream = new Stream('weights', layer);" : ''}
      ${initializer.includes('count') ? 'const count = fanIn * fanOut;' : ''}
      const weight = ${initializer};
      return tf.tensor2d(weight.map((x) => GAIN * x), [fanIn, fanOut]);
    }
  `;
  const rest = [data, batches, weight].join('\n');
  const parts = named(rest, { orthogonal });
  return [
    streamOf([plan.dataset, ...parts, rest].join('\n'), say),
    `// ${plan.titles.dataset}\n${plan.dataset}`,
    data,
    batches,
    ...parts,
    weight,
  ];
}

function streamOf(text: string, say: Say): string {
  const own = named(text, methods);
  const spare = own.some((method) => method.includes('this.spare'));
  return code`
    /** ${say('stream')} */
    class Stream {
      ${spare ? 'spare = [];' : ''}

      constructor(...path) {
        let state = 0x811c9dc5;
        for (const character of [SEED, ...path].join('/')) {
          state = Math.imul(state ^ character.charCodeAt(0), 0x01000193);
        }
        state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
        state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
        this.generator = mersenne(state ^ (state >>> 16));
      }

      ${own.join('\n\n')}
    }
  `;
}

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
