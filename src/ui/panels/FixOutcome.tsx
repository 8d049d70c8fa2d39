import { formatFactor, formatMeasure } from '../../i18n/numbers';
import { readingTexts } from '../../i18n/reading';
import { useTranslate } from '../../i18n/translate';
import { measuresAt, undoFix } from '../../state/fixes';
import { useTurn } from '../charts/useTurn';
import { useFill } from './useFill';

/** What the last fix changed, as measured, with a way back; gone once the experiment is another. */
export function FixOutcome() {
  const t = useTranslate();
  const fill = useFill();
  const { fix, run, experiment, index } = useTurn();
  const { history, state } = run;
  if (!fix || fix.after !== experiment || !history?.length || state === 'preparing') return null;
  const now = measuresAt(history, index);
  const { before } = fix;
  const rows = [
    [t(readingTexts.growthPerLayer), formatFactor(before.growth), formatFactor(now.growth)],
    ['‖∂L/∂θ‖', formatMeasure(before.gradient), formatMeasure(now.gradient)],
    ['‖Δθ‖/‖θ‖', formatMeasure(before.update), formatMeasure(now.update)],
  ] as const;
  return (
    <section className="fix-outcome" role="status">
      <h2>{t(readingTexts.changedBy, { fix: fill(fix.label.text, fix.label.places) })}</h2>
      <dl className="numbers">
        {rows.map(([name, from, to]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {from} → {to}
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button" onClick={undoFix}>
        {t(readingTexts.undo)}
      </button>
    </section>
  );
}
