import csv
import lightning


class GradientLog(lightning.Callback):  # Trainer(callbacks=[GradientLog()])
    def __init__(self, path='log.csv'):
        self.csv = csv.writer(open(path, 'w', newline='', buffering=1), lineterminator='\n')
        self.csv.writerow(['step', 'name', 'grad_norm', 'weight_norm'])

    def on_before_optimizer_step(self, trainer, module, optimizer):
        for name, p in module.named_parameters():
            if p.grad is not None:
                norms = p.grad.norm().item(), p.norm().item()
                self.csv.writerow([trainer.global_step, name, *norms])
