import { chartTexts as texts } from '../../../i18n/charts';
import { useTranslate } from '../../../i18n/translate';

interface ConfusionProps {
  readonly classes: number;
  /** By true and predicted class, row by row. */
  readonly counts: Uint32Array;
  readonly name: string;
}

/** How often each class was taken for which: the diagonal is right. */
export function Confusion({ classes, counts, name }: ConfusionProps) {
  const t = useTranslate();
  const numbers = Array.from({ length: classes }, (_, index) => index);
  const cell = (truth: number, guess: number) => counts[truth * classes + guess] ?? 0;
  if (counts.every((count) => count === 0)) return <p className="quiet">{t(texts.noPrediction)}</p>;
  const totals = numbers.map((truth) =>
    numbers.reduce((sum, guess) => sum + cell(truth, guess), 0),
  );
  return (
    <table className="confusion">
      <caption>{name}</caption>
      <thead>
        <tr>
          <th scope="col">{t(texts.trueClass)}</th>
          {numbers.map((guess) => (
            <th key={guess} scope="col">
              {guess}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbers.map((truth) => (
          <tr key={truth}>
            <th scope="row">{truth}</th>
            {numbers.map((guess) => {
              const share = cell(truth, guess) / Math.max(1, totals[truth] ?? 0);
              const strength = Math.round(45 * share);
              const color = truth === guess ? 'var(--class-b)' : 'var(--class-a)';
              return (
                <td
                  key={guess}
                  style={{ background: `color-mix(in oklab, ${color} ${strength}%, transparent)` }}
                >
                  {cell(truth, guess)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
