import { tanh } from '../../base/elementary/exponential';
import type { RandomStream } from '../../base/random';
import { dot } from '../../base/vector';
import { dataset } from './dataset';

const inputs = 16;
const hidden = 16;
const classes = 3;

/** The smallest share of a fresh sample that every class of a teacher must have. */
const smallestShare = 0.2;

type Teacher = (features: Float64Array) => Float64Array;

/**
 * Labels given by a random 16-16-3 tanh network to normal inputs: whatever it says can be learned, and
 * the inputs have mean square 1, as the theory of signal propagation assumes. Noise is on the logits.
 */
export const teacher = dataset({
  id: 'teacher',
  name: { en: 'Teacher network', 'zh-CN': '教师网络' },
  summary: {
    en: 'Normal inputs labeled by a random small network: 16 features of mean square 1, 3 classes.',
    'zh-CN': '由随机小网络标注的正态输入：16 个均方为 1 的特征，3 个类别。',
  },
  fields: {},
  task: { kind: 'classification', classes },
  inputs,
  draw(stream, { samples, noise }) {
    const logitsOf = balancedTeacher(stream);
    const rows = Array.from({ length: samples }, () => normals(stream, inputs));
    const targets = rows.map((row) =>
      largest(logitsOf(row).map((logit) => logit + noise * stream.normal())),
    );
    return {
      features: Float32Array.from(rows.flatMap((row) => [...row])),
      targets: Float32Array.from(targets),
    };
  },
});

/** Draws teachers until one gives every class its share. */
function balancedTeacher(stream: RandomStream): Teacher {
  for (;;) {
    const candidate = drawTeacher(stream);
    const trial = Array.from({ length: 300 }, () => largest(candidate(normals(stream, inputs))));
    const counts = Array.from(
      { length: classes },
      (_, label) => trial.filter((other) => other === label).length,
    );
    if (Math.min(...counts) >= smallestShare * trial.length) return candidate;
  }
}

function drawTeacher(stream: RandomStream): Teacher {
  const first = Array.from({ length: hidden }, () => normals(stream, inputs));
  const second = Array.from({ length: classes }, () => normals(stream, hidden));
  return (features) => {
    const units = Float64Array.from(first, (row) => tanh(dot(row, features) / Math.sqrt(inputs)));
    return Float64Array.from(second, (row) => dot(row, units));
  };
}

function normals(stream: RandomStream, count: number): Float64Array {
  return Float64Array.from({ length: count }, () => stream.normal());
}

function largest(values: Float64Array): number {
  return values.indexOf(Math.max(...values));
}
