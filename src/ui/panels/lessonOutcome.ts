import { lessonTexts as texts } from '../../i18n/learn';
import type { Translate } from '../../i18n/translate';
import type { Finding } from '../../learn/checks';
import type { Prediction } from '../../learn/lesson';

/** How a prediction came out, in a sentence: the expected answer is not given for what happened where a check does not hold. */
export function lessonOutcome(
  { options, answer: expected }: Prediction,
  choice: number | undefined,
  findings: readonly (Finding | null)[],
  t: Translate,
): string {
  const name = (index: number) => {
    const option = options[index];
    return option ? t(option) : '';
  };
  const answer = name(expected);
  if (findings.some((found) => found?.holds === false)) return t(texts.unmet, { answer });
  if (choice === undefined) return t(texts.answer, { answer });
  if (choice === expected) return t(texts.came, { answer });
  return t(texts.cameOther, { choice: name(choice), answer });
}
