"""Logs every layer's norms while a Keras 3 model trains, in the format that Chain Reaction reads.
在 Keras 3 训练过程中记录每层范数，格式可由 Chain Reaction 读取。

    model.compile(..., run_eagerly=True)  # TensorFlow or PyTorch as the backend
    model.fit(x, y, callbacks=[KerasLog('log.csv')])

Keras shows a callback the gradients of the parameters alone: gradH, gradZ and actRms stay empty.
Keras 只向回调提供参数的梯度：gradH、gradZ 与 actRms 留空。
"""

import csv
import math

import keras
import numpy as np

COLUMNS = ['gradH', 'gradZ', 'gradW', 'gradB', 'weight', 'update', 'actRms']


def norm(*tensors):
    arrays = (np.float64(keras.ops.convert_to_numpy(x)) for x in tensors if x is not None)
    return math.sqrt(sum(float(np.square(x).sum()) for x in arrays))


class KerasLog(keras.callbacks.Callback):
    def __init__(self, path):
        super().__init__()
        self.csv = csv.writer(open(path, 'w', newline='', buffering=1), lineterminator='\n')
        self.csv.writerow(['step', 'layer', 'loss', *COLUMNS])
        self.count = 0

    def on_train_begin(self, logs=None):
        self.layers = [layer for layer in self.model._flatten_layers() if hasattr(layer, 'kernel')]
        apply, compute_loss = self.model.optimizer.apply, self.model.compute_loss

        def measured_apply(gradients, variables=None):
            self.gradients = {id(v): g for v, g in zip(variables, gradients)}
            self.before = [list(map(np.array, layer.get_weights())) for layer in self.layers]
            return apply(gradients, variables)

        def measured_loss(*args, **kwargs):
            self.loss = compute_loss(*args, **kwargs)
            return self.loss

        self.model.optimizer.apply, self.model.compute_loss = measured_apply, measured_loss

    def on_train_batch_end(self, batch, logs=None):
        loss = float(self.loss)
        self.csv.writerow([self.count, 0, loss, *[None] * len(COLUMNS)])
        for number, (layer, old) in enumerate(zip(self.layers, self.before), 1):
            bias, size = getattr(layer, 'bias', None), norm(*old)
            change = norm(*(new - was for new, was in zip(layer.get_weights(), old)))
            row = {
                'gradW': norm(self.gradients[id(layer.kernel)]),
                'gradB': norm(self.gradients[id(bias)]) if bias is not None else None,
                'weight': norm(old[0]),
                'update': change / size if size else None,
            }
            self.csv.writerow([self.count, number, loss, *map(row.get, COLUMNS)])
        self.count += 1
