import { describe, expect, it } from 'vitest';
import { createHistory } from '../../src/history/history';
import { absent, type StepMeasure } from '../../src/history/measures';
import { newestOf } from '../../src/history/newest';
import { outcomeOf } from '../../src/history/outcome';
import { emptyRecord, layerColumn, recordShape, stepColumn } from '../../src/history/record';

const shape = recordShape(4);

/** A history whose steps hold these measures; `‖∂L/∂h_l‖` doubles per layer towards the input, at the last step it takes another factor. */
function historyOf(records: readonly Partial<Record<StepMeasure, number>>[], lastFactor = 2) {
  const history = createHistory(shape);
  records.forEach((measures, step) => {
    const row = emptyRecord(shape);
    for (const [name, value] of Object.entries({ step, gradNorm: 7, ...measures })) {
      row[stepColumn(shape, name as StepMeasure)] = value;
    }
    for (let layer = 0; layer <= 4; layer++) {
      const factor = step === records.length - 1 ? lastFactor : 2;
      row[layerColumn(shape, 'gradH', layer)] = factor ** (4 - layer);
    }
    history.append(row);
  });
  return history;
}

const falling = Array.from({ length: 100 }, (_, step) => ({
  loss: 1 - step / 100,
  accuracy: step / 100,
}));

describe('the outcome of a training', () => {
  it('takes growth and gradient from step 0, loss and accuracy from the last tenth', () => {
    const outcome = outcomeOf(historyOf(falling), null, { accuracy: 1 / 3 });
    expect(outcome.steps).toBe(99);
    expect(outcome.growth).toBeCloseTo(2, 12);
    expect(outcome.gradient).toBe(7);
    expect(outcome.loss).toBeCloseTo(0.055, 12);
    expect(outcome.accuracy).toBeCloseTo(0.945, 12);
    expect(outcome.losses[0]).toEqual({ step: 0, value: 1 });
    expect(outcome.losses.at(-1)?.step).toBe(99);
  });

  it('takes the growth once more at the last step', () => {
    const outcome = outcomeOf(historyOf(falling, 3), null, { accuracy: 1 / 3 });
    expect(outcome.growth).toBeCloseTo(2, 12);
    expect(outcome.lastGrowth).toBeCloseTo(3, 12);
  });

  it('has skill 0 at chance and 1 without a mistake', () => {
    const skill = (accuracy: number) =>
      outcomeOf(historyOf([{ loss: 1, accuracy }]), null, { accuracy: 0.25 }).skill;
    expect(skill(0.25)).toBe(0);
    expect(skill(1)).toBe(1);
    const regression = outcomeOf(historyOf([{ loss: 0.5 }]), null, { loss: 2 });
    expect(regression.skill).toBe(0.75);
    expect(regression.accuracy).toBeNaN();
  });

  it('has no loss and no skill where the training was not finite', () => {
    const nonFinite = { step: 1, layer: 2, tensor: 'activation' } as const;
    const records = [
      { loss: 3, accuracy: 0.3 },
      { loss: Number.NaN, accuracy: 0.3 },
    ];
    const outcome = outcomeOf(historyOf(records), nonFinite, { accuracy: 0.5 });
    expect(outcome.loss).toBeNaN();
    expect(outcome.skill).toBeNaN();
    expect(outcome.losses.map(({ value }) => value)).toEqual([3, Number.NaN]);
  });

  it('keeps the newest validation that was measured', () => {
    const records = [{ validationLoss: 5 }, { validationLoss: 4 }, { loss: 1 }];
    expect(outcomeOf(historyOf(records), null, { loss: 1 }).validationLoss).toBe(4);
  });

  it('does not search a run for what it never measures', () => {
    const history = historyOf(falling);
    let reads = 0;
    const watched = {
      ...history,
      length: history.length,
      at(index: number, measure: StepMeasure) {
        reads += 1;
        return history.at(index, measure);
      },
    };
    expect(newestOf(watched, 'validationLoss')).toBe(absent);
    expect(reads).toBe(1);
    expect(newestOf(watched, 'loss', 50)).toBe(0.5);
  });
});
