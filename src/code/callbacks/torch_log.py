"""Logs every layer's norms while a PyTorch model trains, in the format that Chain Reaction reads.
在 PyTorch 训练过程中记录每层范数，格式可由 Chain Reaction 读取。

    log = GradientLog(model, 'log.csv')
    loss.backward()
    log.step(optimizer, loss)  # in place of optimizer.step()
"""

import csv
import math

import torch

COLUMNS = ['gradH', 'gradZ', 'gradW', 'gradB', 'weight', 'update', 'actRms']


def norm(*tensors):
    tensors = [x.detach().float() for x in tensors if x is not None and x.numel()]
    largest = torch.stack([x.abs().max() for x in tensors]).max().item() if tensors else 0.0
    if largest == 0 or not math.isfinite(largest):
        return largest
    return largest * math.sqrt(sum((x / largest).square().sum().item() for x in tensors))


class GradientLog:
    def __init__(self, model, path):
        self.layers = [
            m for m in model.modules() if getattr(getattr(m, 'weight', None), 'ndim', 0) > 1
        ]
        self.csv = csv.writer(open(path, 'w', newline='', buffering=1), lineterminator='\n')
        self.csv.writerow(['step', 'layer', 'loss', *COLUMNS])
        self.count, self.rows = 0, [{} for _ in range(len(self.layers) + 1)]
        for number, layer in enumerate(self.layers, 1):
            layer.register_forward_hook(lambda _, x, z, n=number: self.watch(n, x[0], z))

    def watch(self, number, h, z):
        """Layer `number` has made z of h, what the layer before it passed on."""
        for row, x, name in (self.rows[number - 1], h, 'gradH'), (self.rows[number], z, 'gradZ'):
            row['actRms'] = norm(x) / math.sqrt(x.numel())
            if x.requires_grad:
                x.register_hook(lambda g, row=row, name=name: row.update({name: norm(g)}))

    def measure(self):
        """After the backward pass, before the optimizer's step."""
        self.before = [[p.detach().clone() for p in m.parameters(False)] for m in self.layers]
        for row, layer in zip(self.rows[1:], self.layers):
            row.update(gradW=norm(layer.weight.grad), weight=norm(layer.weight))
            if getattr(layer, 'bias', None) is not None:
                row['gradB'] = norm(layer.bias.grad)

    def write(self, loss):
        """After the optimizer's step."""
        for row, layer, old in zip(self.rows[1:], self.layers, self.before):
            change = norm(*(p - q for p, q in zip(layer.parameters(False), old)))
            row['update'] = change / norm(*old) if norm(*old) else None
        for number, row in enumerate(self.rows):
            self.csv.writerow([self.count, number, float(loss), *map(row.get, COLUMNS)])
            row.clear()
        self.count += 1

    def step(self, optimizer, loss):
        self.measure()
        optimizer.step()
        self.write(loss)
