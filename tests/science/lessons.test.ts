import { beforeAll, describe, expect, it } from 'vitest';
import { openBackend } from '../../src/engine/tfjs/backend';
import { createTrainer } from '../../src/engine/trainer';
import { differences } from '../../src/experiment/change';
import type { Experiment } from '../../src/experiment/schema';
import { createHistory } from '../../src/history/history';
import type { Observed } from '../../src/learn/checks';
import { type LessonStep, startOf } from '../../src/learn/lesson';
import { lessons } from '../../src/learn/lessons';
import type { Ops } from '../../src/ops/ops';

/** The page opens a lesson with the first seed; what it tells is not to hang on the draw of the weights. */
const seeds = Array.from({ length: Number(process.env.SEEDS ?? 3) }, (_, index) => index + 1);

let ops: Ops;
beforeAll(async () => {
  const opened = await openBackend('wasm');
  if ('refusal' in opened) throw new Error(opened.refusal);
  ops = opened.ops;
});

async function train(experiment: Experiment, steps: number): Promise<Observed> {
  const trainer = createTrainer(ops, experiment);
  const history = createHistory(trainer.shape);
  history.append(await trainer.measure(), trainer.shape);
  while (trainer.step < steps && !trainer.nonFinite) {
    history.append(await trainer.advance(), trainer.shape);
  }
  const { nonFinite } = trainer;
  trainer.dispose();
  return { history, nonFinite };
}

const said = ({ checks }: LessonStep, observed: Observed) =>
  checks.map((check) => {
    const found = check.read(observed);
    return { text: check.text.en, measured: found?.measured, holds: found?.holds };
  });

const every = lessons.flatMap((lesson) =>
  lesson.steps.map((step, index) => [`${lesson.id}.${index + 1}`, lesson, step, index] as const),
);

describe('the lessons', () => {
  it('are eight at least, of three to six steps, each with an id of its own', () => {
    expect(lessons.length).toBeGreaterThanOrEqual(8);
    expect(new Set(lessons.map(({ id }) => id)).size).toBe(lessons.length);
    for (const { id, steps } of lessons) {
      expect(id).toMatch(/^[a-zA-Z]+$/);
      expect(steps.length).toBeGreaterThanOrEqual(3);
      expect(steps.length).toBeLessThanOrEqual(6);
    }
  });

  it.each(every)('%s has something to check, and does not tell a prediction early', (...row) => {
    const [, lesson, { prediction, checks, experiment, steps }, index] = row;
    expect(checks.length).toBeGreaterThan(0);
    if (!prediction) return;
    expect(prediction.options[prediction.answer]).toBeDefined();
    const start = startOf(lesson, index);
    const isOther = start && differences(start, experiment).length > 0;
    expect(isOther || steps > 0).toBe(true);
  });

  it.each(seeds.flatMap((seed) => every.map(([name, , step]) => [name, seed, step] as const)))(
    '%s comes out as it says, seed %i',
    async (_, seed, step) => {
      const begun = said(step, await train({ ...step.experiment, seed }, step.steps));
      if (!step.solution) {
        expect(begun.filter(({ holds }) => !holds)).toEqual([]);
        return;
      }
      expect(begun.some(({ holds }) => holds === false)).toBe(true);
      const solved = said(step, await train({ ...step.solution, seed }, step.steps));
      expect(solved.filter(({ holds }) => !holds)).toEqual([]);
    },
    120_000,
  );
});
