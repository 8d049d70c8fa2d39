import { code } from '../catalog/code';
import type { ScriptPlan } from './plan';
import {
  dropped,
  finiteness,
  logged,
  logHeader,
  penalized,
  rateOf,
  remembered,
  transformed,
} from './python';
import type { Body } from './script';

/** The training loop of a PyTorch script. */
export function torchLoop({ plan, say, wholeBatch }: Body): string {
  const { microBatches, lossScaling } = plan;
  const divisor = [...(lossScaling ? ['scale'] : []), ...(microBatches ? [microBatches] : [])];
  const whole = divisor.length > 0 ? `(${['WORLD', ...divisor].join(' * ')})` : 'WORLD';
  const over = divisor.length > 0 ? ` / (${divisor.join(' * ')})` : '';
  const most = `${wholeBatch ? 'TRAINING' : 'BATCH_SIZE'}${microBatches ? ` // ${microBatches}` : ''}`;
  return code`
    def main():
        parser = argparse.ArgumentParser()
        parser.add_argument('--steps', type=int, default=300, help='${say('stepsOption')}')
        parser.add_argument('--csv', default='log.csv', help='${say('logOption')}')
        parser.add_argument('--weights', help='${say('weightsOption')}')
        options = parser.parse_args()
        if WORLD > ${most}:
            sys.exit('${say('tooMany')}')
        if WORLD > 1:
            dist.init_process_group('nccl' if DEVICE.type == 'cuda' else 'gloo')
        file = read_file(options.weights) if options.weights else None
        model = Network().to(DEVICE)
        initialize(model, file)
        network = DistributedDataParallel(model) if WORLD > 1 else model
        parameters = [list(layer.parameters()) for layer in model.layers]
        memory = [[{} for _ in layer] for layer in parameters]
        ${lossScaling ? 'loss_scale = LossScale()' : ''}
        data = (file['features'], file['targets']) if file else training_data()
        features, targets = (torch.tensor(values, device=DEVICE) for values in data)
        batches = file['batches'] if file else []

        with open(options.csv if RANK == 0 else os.devnull, 'w', newline='') as output:
            log = csv.writer(output, lineterminator='\\n')
            log.writerow(${logHeader})
            for step in range(options.steps):
                rows = batches[step] if step < len(batches) else batch_rows(step)
                ${lossScaling ? 'scale = loss_scale.factor' : ''}
                model.zero_grad(set_to_none=True)
                ${passes(plan)}
                if WORLD > 1:
                    dist.all_reduce(loss)
                loss = loss.item() / WORLD

                raw = [[p.grad${over} for p in layer] for layer in parameters]
                ${finiteness(plan)}
                ${penalized(plan)}
                ${transformed(plan)}
                ${rateOf(plan)}
                ${update(plan)}

                backward = over_processes([norm(*(x.grad for x in part)) for part in h + z])
                backward = [x / ${whole} for x in backward]
                forward = over_processes([norm(*part) for part in [*h, z[-1]]])
                ${logged(plan, 'RANK == 0 and ')}
                if not all(map(math.isfinite, watched)):
                    if RANK == 0:
                        print(f'${say('stops')}')
                    break
                with torch.no_grad():
                    for layer, own in zip(parameters, changes):
                        for parameter, change in zip(layer, own):
                            parameter += change
        if WORLD > 1:
            dist.barrier()
            dist.destroy_process_group()
  `;
}

/** Forward and backward, at once or by micro-batches; leaves `loss` and the signals in groups. */
function passes({ microBatches, lossScaling }: ScriptPlan): string {
  const more = lossScaling ? ', scale' : '';
  if (!microBatches) {
    return code`
      loss, h, z = backpropagate(network, features, targets, rows${more})
      h, z = [[x] for x in h], [[x] for x in z]
    `;
  }
  return code`
    parts = [
        backpropagate(network, features, targets, part${more})
        for part in np.split(rows, ${microBatches})
    ]
    losses, h, z = zip(*parts)
    loss, h, z = sum(losses) / ${microBatches}, list(zip(*h)), list(zip(*z))
  `;
}

function update(plan: ScriptPlan): string {
  const { moves, added } = plan;
  const terms = added.map((term) => ` + ${term.replaceAll('weight', 'layer[0]')}`).join('');
  return code`
    ${remembered(plan)}
    changes = []
    with torch.no_grad():
        for index, layer in enumerate(parameters):
            ${
              moves.length > 0
                ? code`
                    if not (${moves.join(' and ')}):
                        changes.append([torch.zeros_like(p) for p in layer])
                        continue
                  `
                : ''
            }
            own = zip(gradients[index], memory[index])
            changes.append([change_of(g, state, rate, step) for g, state in own])
            ${terms ? `changes[-1][0] = changes[-1][0]${terms}` : ''}
    ${dropped(plan, 'torch.zeros_like(p)')}
  `;
}
