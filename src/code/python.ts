import { code } from '../catalog/code';
import { loggable } from '../log/entries';
import { logColumns } from './columns';
import { constantsOf, pythonName } from './constants';
import { indented, named, type Pieces } from './pieces';
import type { ScriptPlan } from './plan';
import type { Body } from './script';
import { pythonTable } from './table';
import type { Say } from './texts';

/** The lines of constants. */
export function pythonConstants(body: Body, script: string): string {
  const { experiment, plan, language } = body;
  const constants = constantsOf(experiment, script, language, ['False', 'True']);
  const table = pythonTable(experiment, script);
  const [first, ...rest] = plan.widths;
  const hidden = rest.length > 1 ? `*[${rest[0]}] * ${rest.length - 1}, ` : '';
  return code`
    ${constants.map(({ name, value, comment }) => `${name} = ${value}${comment && `  # ${comment}`}`)}
    ${table && `TABLE = ${table}`}
    WIDTHS = [${String(first)}, ${hidden}${String(rest.at(-1))}]
    DEPTH = len(WIDTHS) - 1
  `;
}

/** The page's random streams, each method where it is used. */
function streamOf(text: string, say: Say): string {
  const methods: Pieces = {
    uniform: code`
      def uniform(self):
          return self.random.random_sample()
    `,
    uniforms: code`
      def uniforms(self, count):
          return self.random.random_sample(count)
    `,
    normal: code`
      def normal(self):
          if not self.spare:
              self.spare = list(self.normals(2))
          return self.spare.pop(0)
    `,
    normals: code`
      def normals(self, count):
          u = self.random.random_sample(((count + 1) // 2, 2))
          radius, angle = np.sqrt(-2 * np.log(1 - u[:, 0])), 2 * np.pi * u[:, 1]
          pairs = np.stack([radius * np.cos(angle), radius * np.sin(angle)], 1)
          return pairs.ravel()[:count]
    `,
    permutation: code`
      def permutation(self, count):
          order = np.arange(count)
          for last in range(count - 1, 0, -1):
              other = int(self.uniform() * (last + 1))
              order[last], order[other] = order[other], order[last]
          return order
    `,
  };
  const bodies = named(text, methods).map((method) => indented(method, 4));
  const spare = bodies.some((body) => body.includes('self.spare'))
    ? '\n        self.spare = []'
    : '';
  return `class Stream:
    """${say('stream')}"""

    def __init__(self, *path):
        state = 0x811C9DC5
        for character in '/'.join(map(str, (SEED, *path))):
            state = (state ^ ord(character)) * 0x01000193 & 0xFFFFFFFF
        for shift, factor in (16, 0x85EBCA6B), (13, 0xC2B2AE35):
            state = (state ^ state >> shift) * factor & 0xFFFFFFFF
        self.random = np.random.RandomState(state ^ state >> 16)${spare}

${bodies.join('\n\n')}`;
}

/** Data, batches and initial weights as the page draws them, as NumPy arrays. */
export function drawing({ experiment, plan, say, wholeBatch }: Body): readonly string[] {
  const { classes, standardizesTargets } = plan;
  const draws = `features, labels = draw(Stream('data', '${experiment.dataset}'))`;
  const numbers = [
    'targets = np.float32(labels)[:, None]',
    ...(standardizesTargets
      ? ['known = targets[:TRAINING]', 'targets = (targets - known.mean()) / (known.std() or 1)']
      : []),
    'targets = TARGET_SCALE * targets',
  ];
  const targets = classes === null ? numbers : [`targets = np.eye(${classes})[labels]`];
  const data = `def training_data():
    ${[draws, ...targets].join('\n    ')}
    return np.float32(features[:TRAINING]), np.float32(targets[:TRAINING])`;
  const batches = wholeBatch
    ? code`
        def batch_rows(step):
            return np.arange(TRAINING)
      `
    : `def batch_rows(step):
    """${say('batches')}"""
    epoch, place = divmod(step, TRAINING // BATCH_SIZE)
    order = Stream('batches', epoch).permutation(TRAINING)
    return order[place * BATCH_SIZE :][:BATCH_SIZE]`;
  const { initializer } = plan;
  const weights = `def initial_weight(layer, fan_in, fan_out):
    """${plan.titles.initializer}"""
    ${[
      ...(initializer.includes('stream') ? ["stream = Stream('weights', layer)"] : []),
      ...(initializer.includes('count') ? ['count = fan_in * fan_out'] : []),
      `weight = ${initializer}`,
    ].join('\n    ')}
    return np.float32(GAIN * weight).reshape(fan_in, fan_out)`;
  const text = [plan.dataset, data, batches, weights].join('\n');
  const parts = named(text, { orthogonal });
  return [
    streamOf([text, ...parts].join('\n'), say),
    `# ${plan.titles.dataset}\n${plan.dataset}`,
    data,
    batches,
    ...parts,
    weights,
  ];
}

const orthogonal = code`
  def orthogonal(stream, fan_in, fan_out):
      long, short = max(fan_in, fan_out), min(fan_in, fan_out)
      q, r = np.linalg.qr(stream.normals(long * short).reshape(short, long).T)
      q = q * np.sign(np.diag(r))
      return q if fan_in >= fan_out else q.T
`;

/** The loss, what becomes of the gradients, and the change of the parameters that follows from them. */
export function lossToChange({ plan, say }: Body): readonly string[] {
  return [
    code`
      def loss_of(output, target):
          """${plan.titles.loss}"""
          return ${plan.loss}
    `,
    ...plan.transformations.map(({ title, code: text }) => `# ${title}\n${text}`),
    code`
      def change_of(gradient, state, rate, step):
          """${say('change')} ${plan.titles.optimizer}"""
          ${plan.optimizer}
    `,
    plan.lossScaling,
  ];
}

/** Writes the rows of one step into the log. */
export function logging(say: Say): string {
  return `COLUMNS = [${loggable.map((name) => `'${name}'`).join(', ')}]


def log_step(log, step, loss, measures):
    """${say('log')}"""
    for layer in range(DEPTH + 1):
        log.writerow([step, layer, loss, *(measures[name][layer] for name in COLUMNS)])`;
}

/** Runs a script that is not imported. */
export const guard = code`
  if __name__ == '__main__':
      main()
`;

/** The header of the log, as an expression. */
export const logHeader = `[${logColumns
  .slice(0, -loggable.length)
  .map((name) => `'${name}'`)
  .join(', ')}, *COLUMNS]`;

/** Adds the gradients of the penalties to those of the weights. */
export function penalized({ penalties }: ScriptPlan): string {
  if (penalties.length === 0) return '';
  return code`
    for layer, (weight, *_) in zip(raw, parameters):
        layer[0] = layer[0] + ${penalties.join(' + ')}
  `;
}

/** Sends the gradients through the transformations in force. */
export function transformed({ transformations }: ScriptPlan): string {
  return code`
    gradients = raw
    ${transformations.map(({ id }) => `gradients = ${pythonName(id)}(gradients, parameters)`)}
  `;
}

/** The learning rate of the step. */
export function rateOf({ rates }: ScriptPlan): string {
  return ['rate = LEARNING_RATE', ...rates.map((rate) => `rate *= ${rate}`)].join('\n');
}

/** Whether the gradient is finite, where something asks for it. */
export function finiteness({ made, follows }: ScriptPlan): string {
  return code`
    ${made ? 'finite = is_finite(raw)' : ''}
    ${follows ? 'loss_scale.follow(finite)' : ''}
  `;
}

/** What the optimizer remembers, so that a step that is dropped leaves it as it was. */
export function remembered({ made }: ScriptPlan): string {
  return made && 'before = [[dict(state) for state in layer] for layer in memory]';
}

/** Drops a step that is not finite; `zeros` makes the change of a parameter `p` that does not move. */
export function dropped({ made }: ScriptPlan, zeros: string): string {
  return (
    made &&
    code`
    if not (${made}):
        changes = [[${zeros} for p in layer] for layer in parameters]
        memory = before
  `
  );
}

/**
 * What a step logs, from the norms that the framework measured, and what must stay finite; `first` holds
 * where a process may print.
 */
export function logged({ bias, made }: ScriptPlan, first = ''): string {
  const all = '[loss, *backward, *forward, *steps, *(norm(*layer) for layer in raw)]';
  return code`
    sizes = [norm(*layer) for layer in parameters]
    steps = [norm(*layer) for layer in changes]
    ratios = [step / size if size else None for step, size in zip(steps, sizes)]
    measures = {
        'gradH': [*backward[:DEPTH], None],
        'gradZ': [None, *backward[DEPTH:]],
        'gradW': [None, *(norm(layer[0]) for layer in raw)],
        'gradB': ${bias ? '[None, *(norm(layer[1]) for layer in raw)]' : '[*[None] * DEPTH, norm(raw[-1][1])]'},
        'weight': [None, *(norm(layer[0]) for layer in parameters)],
        'update': [None, *ratios],
        'actRms': [a / math.sqrt(len(rows) * n) for a, n in zip(forward, WIDTHS)],
    }
    log_step(log, step, loss, measures)
    if ${first}step % 10 == 0:
        print(f'{step:6d}  {loss:.6g}', flush=True)
    watched = ${made ? 'steps' : all}
  `;
}
/** `a * ` in front of what it multiplies, nothing for 1. */
export function times(factor = '1'): string {
  if (factor === '1') return '';
  return /^\w+$/.test(factor) ? `${factor} * ` : `(${factor}) * `;
}
