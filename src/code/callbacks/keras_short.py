import csv
import keras


class GradientLog(keras.callbacks.Callback):  # compile(run_eagerly=True), fit(callbacks=[GradientLog()])
    def on_train_begin(self, logs=None):
        log = csv.writer(open('log.csv', 'w', newline='', buffering=1), lineterminator='\n')
        log.writerow(['step', 'name', 'grad_norm', 'weight_norm'])
        optimizer, apply = self.model.optimizer, self.model.optimizer.apply

        def logged(gradients, variables=None):
            for g, v in zip(gradients, variables):
                norms = float(keras.ops.norm(g)), float(keras.ops.norm(v))
                log.writerow([int(optimizer.iterations), v.path, *norms])
            return apply(gradients, variables)
        optimizer.apply = logged
