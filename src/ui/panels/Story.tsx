import type { History } from '../../history/history';
import type { NonFinite } from '../../history/measures';
import { formatCount, formatMeasure } from '../../i18n/numbers';
import { readingTexts, tensorTexts } from '../../i18n/reading';
import { useTranslate } from '../../i18n/translate';

/** Steps before the end that the story tells. */
const told = 4;

interface StoryProps {
  readonly history: History;
  readonly nonFinite: NonFinite;
}

/** How training stopped being finite: what broke first, and the steps before. */
export function Story({ history, nonFinite }: StoryProps) {
  const t = useTranslate();
  const { step, layer, tensor } = nonFinite;
  const end = history.indexOf(step);
  const steps = Array.from(
    { length: Math.min(told, end) + 1 },
    (_, back) => end - back,
  ).toReversed();
  const list = (measure: 'loss' | 'gradNorm') =>
    steps.map((index) => formatMeasure(history.at(index, measure))).join(' → ');
  return (
    <section className="story">
      <p>
        {t(readingTexts.first, { step: formatCount(step), layer, tensor: t(tensorTexts[tensor]) })}
      </p>
      {steps.length > 1 && (
        <p>
          {t(readingTexts.lastSteps, {
            steps: steps.length,
            losses: list('loss'),
            norms: list('gradNorm'),
          })}
        </p>
      )}
    </section>
  );
}
