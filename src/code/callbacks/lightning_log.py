"""Logs every layer's norms while a Lightning module trains, in the format that Chain Reaction reads.
在 Lightning 训练过程中记录每层范数，格式可由 Chain Reaction 读取。

    trainer = lightning.Trainer(callbacks=[LightningLog('log.csv')])
"""

import lightning
from torch_log import GradientLog


class LightningLog(lightning.Callback):
    def __init__(self, path):
        self.path, self.measured = path, False

    def on_fit_start(self, trainer, pl_module):
        self.log = GradientLog(pl_module, self.path)

    def on_before_optimizer_step(self, trainer, pl_module, optimizer):
        self.log.measure()
        self.measured = True

    def on_train_batch_end(self, trainer, pl_module, outputs, batch, batch_idx):
        if self.measured:
            self.log.write(outputs['loss'])
        self.measured = False
