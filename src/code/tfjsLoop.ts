import { code } from '../catalog/code';
import { logColumns } from './columns';
import type { ScriptPlan } from './plan';
import type { Body } from './script';

/** The training loop of a TF.js script. */
export function tfjsLoop({ plan, say }: Body): string {
  const { normalizes, lossScaling } = plan;
  const scales =
    normalizes === 'weight'
      ? ', tf.fill([fanOut], INITIAL_SCALE)'
      : normalizes === 'preactivation'
        ? ', tf.ones([fanOut]), tf.zeros([fanOut])'
        : '';
  return code`
    function initialParameters() {
      return WIDTHS.slice(1).map((fanOut, index) => {
        const weight = initialWeight(index + 1, WIDTHS[index], fanOut);
        ${scales ? 'if (index === DEPTH - 1) return [weight, tf.zeros([fanOut])];' : ''}
        return [weight${plan.bias ? ', tf.zeros([fanOut])' : ''}${scales}];
      });
    }

    const numbers = new Map([[Infinity, 'inf'], [-Infinity, '-inf'], [NaN, 'nan'], [null, '']]);

    /** ${say('log')} */
    function logStep(log, step, loss, columns) {
      for (let layer = 0; layer <= DEPTH; layer++) {
        const cells = [step, layer, loss, ...columns.map((column) => column[layer] ?? null)];
        writeSync(log, \`\${cells.map((cell) => numbers.get(cell) ?? cell).join(',')}\\n\`);
      }
    }

    function main() {
      const { values } = parseArgs({
        options: {
          steps: { type: 'string', default: '300' },
          csv: { type: 'string', default: 'log.csv' },
        },
      });
      const { features, targets } = trainingData();
      ${plan.made ? 'let' : 'const'} memory = WIDTHS.slice(1).map(() => [{}, {}, {}, {}]);
      ${lossScaling ? 'const lossScale = new LossScale();' : ''}
      let parameters = initialParameters();
      const log = openSync(values.csv, 'w');
      writeSync(log, '${logColumns.join(',')}\\n');
      for (let step = 0; step < Number(values.steps); step++) {
        const changes = tf.tidy(() => {
          ${stepOf(plan)}
          return ok ? changes : null;
        });
        if (!changes) {
          console.log(\`${say('stops').replace('{', '${')}\`);
          break;
        }
        const before = parameters;
        parameters = tf.tidy(() =>
          before.map((layer, l) => layer.map((p, role) => tf.add(p, changes[l][role]))),
        );
        tf.dispose([before, changes]);
      }
      closeSync(log);
    }
  `;
}

function stepOf(plan: ScriptPlan): string {
  const { microBatches, lossScaling, follows, made, penalties, transformations, rates } = plan;
  const divisor = [...(lossScaling ? ['scale'] : []), ...(microBatches ? [microBatches] : [])];
  const factor = divisor.join(' * ');
  const over = divisor.length > 1 ? ` / (${factor})` : factor && ` / ${factor}`;
  const all = '[loss, ...backward, ...forward, ...steps, ...raw.map((layer) => norm(...layer))]';
  const penalty = penalties.reduce((sum, term) => (sum ? `tf.add(${sum}, ${term})` : term), '');
  const watched = made ? 'steps' : all;
  return code`
    const rows = batchRows(step);
    ${lossScaling ? 'const scale = lossScale.factor;' : ''}
    ${passes(plan)}

    ${penalty ? 'let' : 'const'} raw = gradients${factor && `.map((layer) => layer.map((g) => tf.div(g, ${factor})))`};
    ${made ? 'const finite = isFinite(raw);' : ''}
    ${follows ? 'lossScale.follow(finite);' : ''}
    ${penalty ? ['raw = raw.map(([gradient, ...rest], layer) => {', '  const [weight] = parameters[layer];', `  return [tf.add(gradient, ${penalty}), ...rest];`, '});'] : ''}
    let processed = raw;
    ${transformations.map(({ id }) => `processed = ${id}(processed, parameters);`)}
    ${rates.length > 0 ? 'let' : 'const'} rate = LEARNING_RATE;
    ${rates.map((rate) => `rate *= ${rate};`)}
    ${changesOf(plan)}

    const backward = passed.backward${over && `.map((x) => x${over})`};
    const forward = passed.forward.map((x, layer) => x / Math.sqrt(rows.length * WIDTHS[layer]));
    const sizes = parameters.map((layer) => norm(...layer));
    const steps = changes.map((layer) => norm(...layer));
    logStep(log, step, loss, [
      backward.slice(0, DEPTH),
      [null, ...backward.slice(DEPTH)],
      [null, ...raw.map(([weight]) => norm(weight))],
      ${plan.bias ? '[null, ...raw.map(([, bias]) => norm(bias))],' : '[...new Array(DEPTH).fill(null), norm(raw.at(-1)[1])],'}
      [null, ...parameters.map(([weight]) => norm(weight))],
      [null, ...steps.map((change, index) => (sizes[index] ? change / sizes[index] : null))],
      forward,
    ]);
    if (step % 10 === 0) console.log(String(step).padStart(6), loss);
    const watched = ${watched};
    const ok = watched.every(Number.isFinite);
  `;
}

function passes({ microBatches, lossScaling }: ScriptPlan): string {
  const more = lossScaling ? ', scale' : '';
  const tensors = (rows: string) => [
    `const x = tf.tensor2d(${rows}.map((row) => features[row]));`,
    `const target = tf.tensor2d(${rows}.map((row) => targets[row]));`,
  ];
  if (!microBatches) {
    return code`
      ${tensors('rows')}
      const passed = backpropagate(x, target, parameters${more});
      const { loss, gradients } = passed;
    `;
  }
  return code`
    const size = rows.length / ${microBatches};
    const parts = Array.from({ length: ${microBatches} }, (_, k) => {
      const part = rows.slice(k * size, (k + 1) * size);
      ${tensors('part')}
      return backpropagate(x, target, parameters${more});
    });
    const loss = parts.reduce((sum, part) => sum + part.loss, 0) / ${microBatches};
    const lengths = (name) => parts[0][name].map((_, i) => Math.hypot(...parts.map((part) => part[name][i])));
    const passed = { forward: lengths('forward'), backward: lengths('backward') };
    const gradients = parameters.map((layer, l) =>
      layer.map((_, role) => tf.addN(parts.map((part) => part.gradients[l][role]))),
    );
  `;
}

function changesOf({ moves, added, made }: ScriptPlan): string {
  const still = `if (!(${moves.join(' && ')})) return layer.map((p) => tf.zerosLike(p));`;
  const terms = added.reduce((sum, term) => `tf.add(${sum}, ${term})`, 'changes[0]');
  const shrunk = code`
    const [weight] = layer;
    return [${terms}, ...changes.slice(1)];
  `;
  const replaced = code`
    const before = { ...state };
    const change = changeOf(gradient, state, rate, step);
    tf.dispose(before);
    return change;
  `;
  const isolated =
    made && 'const before = memory.map((layer) => layer.map((state) => ({ ...state })));';
  const dropped = code`
    const isMade = ${made};
    if (!isMade) changes = parameters.map((layer) => layer.map((p) => tf.zerosLike(p)));
    const [kept, lost] = isMade ? [memory, before] : [before, memory];
    const tensors = (states) => states.flat().flatMap(Object.values);
    tf.dispose(tensors(lost).filter((x) => !tensors(kept).includes(x)));
    memory = kept;
  `;
  return code`
    ${isolated}
    ${made ? 'let' : 'const'} changes = parameters.map((layer, index) => {
      ${moves.length > 0 ? still : ''}
      ${added.length > 0 ? 'const changes =' : 'return'} processed[index].map((gradient, role) => {
        const state = memory[index][role];
        ${made ? 'return changeOf(gradient, state, rate, step);' : replaced}
      });
      ${added.length > 0 ? shrunk : ''}
    });
    ${made && dropped}
  `;
}
