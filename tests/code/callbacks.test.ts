import { beforeAll, describe, expect, it } from 'vitest';
import { callbacks, type Logged, shortCallbacks } from '../../src/code/callbacks';
import { logColumns } from '../../src/code/columns';
import { historyOf, logOf } from '../support/logs';
import { execute, openWorkshop, pythonWith } from './python';
import { readLog } from './reference';

const workshop = openWorkshop();
const pythons: Readonly<Record<Logged, string | undefined>> = {
  torch: pythonWith(['torch'], 'TORCH_PYTHON'),
  lightning: pythonWith(['lightning'], 'LIGHTNING_PYTHON'),
  keras: pythonWith(['keras', 'tensorflow'], 'KERAS_PYTHON'),
};

/** A small training of each kind that also prints norms of its first step, by the framework's own means. */
const trainings: Readonly<Record<Logged, string>> = {
  torch: `
import torch
from torch import nn
from torch_log import GradientLog
torch.manual_seed(1)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.BatchNorm1d(8), nn.Linear(8, 8, bias=False), nn.Tanh(), nn.Linear(8, 3))
optimizer = torch.optim.Adam(model.parameters(), 0.01)
log = GradientLog(model, 'torch.csv')
for step in range(5):
    x, y = torch.randn(16, 4), torch.randint(3, (16,))
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y)
    loss.backward()
    if step == 0:
        print('SAYS', loss.item(), model[0].weight.grad.norm().item(), model[5].bias.grad.norm().item())
    log.step(optimizer, loss)
`,
  lightning: `
import lightning, torch
from torch import nn
from lightning_log import LightningLog
class Module(lightning.LightningModule):
    def __init__(self):
        super().__init__()
        self.model = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 8, bias=False), nn.Tanh(), nn.Linear(8, 3))
    def training_step(self, batch, index):
        x, y = batch
        return nn.functional.cross_entropy(self.model(x), y)
    def on_after_backward(self):
        if self.global_step == 0:
            x, y = self.first
            loss = nn.functional.cross_entropy(self.model(x), y)
            print('SAYS', loss.item(), self.model[0].weight.grad.norm().item(), self.model[4].bias.grad.norm().item())
    def on_train_batch_start(self, batch, index):
        self.first = batch
    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), 0.1)
torch.manual_seed(1)
data = torch.utils.data.TensorDataset(torch.randn(80, 4), torch.randint(3, (80,)))
trainer = lightning.Trainer(max_epochs=1, accelerator='cpu', logger=False, enable_checkpointing=False, callbacks=[LightningLog('lightning.csv')])
trainer.fit(Module(), torch.utils.data.DataLoader(data, 16))
`,
  keras: `
import os
os.environ['KERAS_BACKEND'] = 'tensorflow'
import keras, numpy as np, tensorflow as tf
from keras_log import KerasLog
keras.utils.set_random_seed(1)
dense = [keras.layers.Dense(8, 'tanh'), keras.layers.Dense(8, 'tanh', use_bias=False), keras.layers.Dense(3)]
model = keras.Sequential([keras.Input((4,)), *dense])
x, y = np.float32(np.random.randn(80, 4)), np.random.randint(3, size=80)
with tf.GradientTape() as tape:
    loss = tf.reduce_mean(keras.losses.sparse_categorical_crossentropy(y[:16], model(x[:16]), from_logits=True))
weight, bias = tape.gradient(loss, [dense[0].kernel.value, dense[2].bias.value])
print('SAYS', float(loss), float(tf.norm(weight)), float(tf.norm(bias)))
model.compile('sgd', keras.losses.SparseCategoricalCrossentropy(from_logits=True), run_eagerly=True)
model.fit(x, y, batch_size=16, shuffle=False, callbacks=[KerasLog('keras.csv')])
`,
};

describe.each(['torch', 'lightning', 'keras'] as const)('the callback for %s', (kind) => {
  const python = pythons[kind];
  if (!python) console.log(`\n!!! SKIPPED: the callback for ${kind}: no Python has it. !!!\n`);
  let printed = '';

  beforeAll(async () => {
    if (!python) return;
    for (const { file, text } of callbacks[kind]) workshop.write(file, text);
    const script = workshop.write(
      `train_${kind}.py`,
      `import os\nos.chdir(${JSON.stringify(workshop.folder)})\n${trainings[kind]}`,
    );
    printed = await execute(python, [script], { CUDA_VISIBLE_DEVICES: '' });
  }, 200_000);

  it.runIf(python)('writes what the framework itself says, a row per step and layer', () => {
    const text = workshop.read(`${kind}.csv`);
    expect(text.split('\n')[0], printed).toBe(logColumns.join(','));
    const log = readLog(text);
    expect(log.map(([step, layer]) => [step, layer])).toEqual(
      Array.from({ length: 20 }, (_, row) => [Math.floor(row / 4), row % 4]),
    );
    const said = /SAYS (\S+) (\S+) (\S+)/.exec(printed)?.slice(1).map(Number) ?? [];
    const cell = (row: number, name: (typeof logColumns)[number]) =>
      log[row]?.[logColumns.indexOf(name)] ?? Number.NaN;
    const read = [cell(1, 'loss'), cell(1, 'gradW'), cell(3, 'gradB')];
    for (const [index, value] of read.entries()) {
      expect(value / (said[index] ?? 0)).toBeCloseTo(1, 4);
    }
    expect(log[2]?.[logColumns.indexOf('gradB')]).toBeNull();
    for (const row of [1, 2, 3]) {
      expect(cell(row, 'update')).toBeGreaterThan(0);
      expect(cell(row, 'weight')).toBeGreaterThan(0);
      if (kind !== 'keras') expect(cell(row, 'gradZ')).toBeGreaterThan(0);
      if (kind !== 'keras') expect(cell(row, 'actRms')).toBeGreaterThan(0);
    }
    if (kind !== 'keras') expect(cell(2, 'gradH')).toBeGreaterThan(0);
  });
});

describe('the short callbacks', () => {
  it.each(Object.entries(shortCallbacks))('%s: are of fifteen lines at most', (_, text) => {
    expect(text.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(15);
  });

  const shortTrainings: Readonly<Record<Logged, string>> = {
    torch: trainings.torch
      .replace('from torch_log', 'from short_torch')
      .replace("GradientLog(model, 'torch.csv')", "GradientLog(model, 'short_torch.csv')")
      .replace('log.step(optimizer, loss)', 'log.step(step, loss); optimizer.step()'),
    lightning: trainings.lightning
      .replace('from lightning_log import LightningLog', 'from short_lightning import GradientLog')
      .replace("LightningLog('lightning.csv')", "GradientLog('short_lightning.csv')"),
    keras: trainings.keras
      .replace('from keras_log import KerasLog', 'from short_keras import GradientLog')
      .replace("KerasLog('keras.csv')", 'GradientLog()'),
  };
  const logs = { torch: 'short_torch.csv', lightning: 'short_lightning.csv', keras: 'log.csv' };

  it.each(['torch', 'lightning', 'keras'] as const)(
    '%s: writes a log that the page reads, with the norms that the framework says',
    async (kind) => {
      const python = pythons[kind];
      if (!python) return;
      workshop.write(`short_${kind}.py`, shortCallbacks[kind]);
      const script = workshop.write(
        `train_short_${kind}.py`,
        `import os\nos.chdir(${JSON.stringify(workshop.folder)})\n${shortTrainings[kind]}`,
      );
      const printed = await execute(python, [script], { CUDA_VISIBLE_DEVICES: '' });
      const log = await logOf(workshop.read(logs[kind]));
      const history = historyOf(log);
      const [, weight = 0, bias = 0] = (/SAYS (\S+) (\S+) (\S+)/.exec(printed)?.slice(1) ?? []).map(
        Number,
      );
      expect(history.length).toBe(5);
      expect(history.layerAt(0, 'gradW', 1) / weight).toBeCloseTo(1, 4);
      expect(history.layerAt(0, 'gradB', log.shape.depth) / bias).toBeCloseTo(1, 4);
    },
    120_000,
  );
});
