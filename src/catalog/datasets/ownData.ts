import { at } from '../../base/at';
import type { Failure } from '../../base/failure';
import { meanAndVariance } from '../../base/meanAndVariance';
import { permutation } from '../../base/random';
import { dataset } from './dataset';
import { tableOf } from './tables';

/** A table of a person's own, which stays where the page runs; `tables` holds it by its hash. */
export const ownData = dataset({
  id: 'ownData',
  name: { en: 'Your data (CSV)', 'zh-CN': '自己的数据（CSV）' },
  summary: {
    en: 'The rows of a CSV file of yours, in an order of the seed. The file stays in this page.',
    'zh-CN': '你自己的 CSV 文件中的各行，顺序由种子决定。文件不会离开本页。',
  },
  fields: {
    dataHash: {
      kind: 'number',
      label: { en: 'Data file', 'zh-CN': '数据文件' },
      help: {
        en: 'A number made of the file’s content and of the columns chosen.',
        'zh-CN': '由文件内容与所选列计算出的校验值。',
      },
      change: 'restart',
      default: 0,
      min: 0,
      max: 4294967295,
      scale: 'linear',
      integer: true,
    },
    standardizeInputs: {
      kind: 'toggle',
      label: { en: 'Standardize inputs', 'zh-CN': '输入标准化' },
      help: {
        en: 'Gives every input mean 0 and deviation 1 over the training set.',
        'zh-CN': '使每个输入在训练集上的均值为 0、标准差为 1。',
      },
      change: 'restart',
      default: true,
    },
  },
  task: { kind: 'classification', classes: 2 },
  inputs: 2,
  loaded({ dataHash }) {
    const table = tableOf(dataHash);
    return table ? { task: table.task, inputs: table.inputs.length, samples: table.rows } : null;
  },
  draw(stream, { dataHash, standardizeInputs, training }) {
    const table = tableOf(dataHash);
    if (!table) throw new Error('noData' satisfies Failure);
    const { rows, features, targets } = table;
    const inputs = table.inputs.length;
    const order = permutation(stream, rows);
    const drawn = new Float32Array(rows * inputs);
    for (let input = 0; input < inputs; input++) {
      const column = Array.from(order, (row) => at(features, row * inputs + input, 'feature'));
      const { mean, deviation } = standardizeInputs
        ? spreadOf(column.slice(0, training))
        : { mean: 0, deviation: 1 };
      column.forEach((value, row) => {
        drawn[row * inputs + input] = (value - mean) / deviation;
      });
    }
    return {
      features: drawn,
      targets: Float32Array.from(order, (row) => at(targets, row, 'target')),
    };
  },
});

/** Mean and standard deviation; a deviation of 1 where all values are one. */
function spreadOf(values: readonly number[]): {
  readonly mean: number;
  readonly deviation: number;
} {
  const { mean, variance } = meanAndVariance(values);
  return { mean, deviation: Math.sqrt(variance) || 1 };
}
