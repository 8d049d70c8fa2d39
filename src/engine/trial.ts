import { at } from '../base/at';
import { meanAndVariance } from '../base/meanAndVariance';
import { median } from '../base/median';
import type { Data } from '../experiment/data';
import { makeData } from '../experiment/data';
import type { Experiment } from '../experiment/schema';
import { createHistory } from '../history/history';
import { type Guess, type Outcome, outcomeOf } from '../history/outcome';
import type { Ops } from '../ops/ops';
import { createTrainer } from './trainer';

/** What a trial history may hold before it thins, in bytes: an outcome needs little of it. */
const historyLimit = 16e6;

/** A whole training, and how long its steps took. */
export interface Trial {
  readonly outcome: Outcome;
  /** Milliseconds per step, the median over turns; NaN before the first. */
  readonly pace: number;
}

/** How long a trial computes before it lets others in, in milliseconds. */
const turn = 8;

/**
 * Trains an experiment from step 0 for some steps, or until it is not finite, and sums it up; `between` two turns
 * it waits as long as it is told to.
 */
export async function runTrial(
  ops: Ops,
  experiment: Experiment,
  steps: number,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<Trial> {
  const trainer = createTrainer(ops, experiment);
  try {
    const history = createHistory(trainer.shape, historyLimit);
    history.append(await trainer.measure(), trainer.shape);
    const paces: number[] = [];
    while (trainer.step < steps && !trainer.nonFinite) {
      const [began, first] = [performance.now(), trainer.step];
      do history.append(await trainer.advance(), trainer.shape);
      while (trainer.step < steps && !trainer.nonFinite && performance.now() - began < turn);
      paces.push((performance.now() - began) / (trainer.step - first));
      await between();
    }
    const outcome = outcomeOf(history, trainer.nonFinite, guessOf(makeData(experiment)));
    return { pace: median(paces), outcome };
  } finally {
    trainer.dispose();
  }
}

/** The accuracy of always answering the most common class, or the mean squared error of always answering the mean of each output. */
function guessOf({ task, outputs, training }: Data): Guess {
  const { targets, count } = training;
  const columns = Array.from({ length: outputs }, (_, output) =>
    Array.from({ length: count }, (_, row) => at(targets, row * outputs + output, 'target')),
  );
  if (task.kind === 'classification') {
    const counts = columns.map((areOf) => areOf.reduce((sum, isOf) => sum + isOf, 0));
    return { accuracy: Math.max(...counts) / count };
  }
  const variances = columns.map((values) => meanAndVariance(values).variance);
  return { loss: variances.reduce((sum, variance) => sum + variance, 0) / outputs };
}
