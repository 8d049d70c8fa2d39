import { formatFactor, formatMeasure } from '../../i18n/numbers';
import { readingTexts } from '../../i18n/reading';
import { useTranslate } from '../../i18n/translate';
import { undoFix } from '../../state/run/fixes';
import type { App } from '../../state/store/app';
import type { FixMeasures } from '../../state/store/fix';
import { useStateInTurn } from '../charts/source/useStateInTurn';
import { useFill } from './useFill';

const fixShown = ({ fix, experiment }: App) => ({ fix, experiment });

/** What the last fix changed, as first measured after it, with a way back; gone once the experiment is another. */
export function FixOutcome() {
  const t = useTranslate();
  const fill = useFill();
  const { fix, experiment } = useStateInTurn(fixShown);
  if (!fix?.outcome || fix.after !== experiment) return null;
  const { before, outcome } = fix;
  const change = (measure: keyof FixMeasures, write: (value: number) => string) =>
    [before, outcome]
      .map((measures) => measures[measure])
      .map((value) => (value === null ? '–' : write(value)))
      .join(' → ');
  const rows = [
    [t(readingTexts.growthPerLayer), change('growth', formatFactor)],
    ['‖∂L/∂θ‖', change('gradient', formatMeasure)],
    ['‖Δθ‖/‖θ‖', change('update', formatMeasure)],
  ] as const;
  return (
    <section className="fix-outcome" role="status">
      <h2>{t(readingTexts.changedBy, { fix: fill(fix.label.text, fix.label.places) })}</h2>
      <dl className="numbers">
        {rows.map(([name, changed]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{changed}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button" onClick={undoFix}>
        {t(readingTexts.undo)}
      </button>
    </section>
  );
}
