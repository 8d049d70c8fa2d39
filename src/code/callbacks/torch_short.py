import csv


class GradientLog:  # log = GradientLog(model); log.step(step, loss) after loss.backward()
    def __init__(self, model, path='log.csv'):
        self.model = model
        self.csv = csv.writer(open(path, 'w', newline='', buffering=1), lineterminator='\n')
        self.csv.writerow(['step', 'name', 'loss', 'grad_norm', 'weight_norm'])

    def step(self, step, loss):
        for name, p in self.model.named_parameters():
            if p.grad is not None:
                norms = p.grad.norm().item(), p.norm().item()
                self.csv.writerow([step, name, float(loss), *norms])
