import { code } from '../catalog/code';
import { named } from './pieces';
import type { Body } from './script';
import type { Say } from './texts';

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

/** Data, batches and initial weights as the page draws them, for a TF.js script. */
export function drawing({ experiment, plan, say, wholeBatch }: Body): readonly string[] {
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
