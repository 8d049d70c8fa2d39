import { describe, expect, it } from 'vitest';
import { fill } from '../../src/i18n/translate';
import { lessonOutcome } from '../../src/ui/panels/lessonOutcome';

const option = (en: string) => ({ en, 'zh-CN': en });
const prediction = {
  question: option('What happens?'),
  options: [option('it grows'), option('it shrinks')],
  answer: 0,
};
const found = (holds: boolean) => [{ measured: 1, holds }];
const outcome = (choice: number | undefined, holds: boolean) =>
  lessonOutcome(prediction, choice, found(holds), ({ en }, places = {}) => fill(en, places));

describe('how a prediction came out', () => {
  it('is said by what was chosen, while the checks hold', () => {
    expect(outcome(0, true)).toBe('It came as you predicted: it grows');
    expect(outcome(1, true)).toContain('“it shrinks”. It came otherwise: it grows');
    expect(outcome(undefined, true)).toBe('It came out: it grows');
  });

  it('is not claimed where a check does not hold, whatever was chosen', () => {
    for (const choice of [0, 1, undefined]) {
      expect(outcome(choice, false)).toMatch(
        /^Expected was: it grows\. This run came out otherwise/,
      );
    }
  });
});
