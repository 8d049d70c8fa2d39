import { growthAt, silentFrom } from '../../history/growth';
import type { History } from '../../history/history';
import { absent, type NonFinite } from '../../history/measures';
import { newestOf } from '../../history/newest';
import { formatCount, formatFactor, formatMeasure } from '../../i18n/numbers';
import { readingTexts } from '../../i18n/reading';
import { type Translate, useTranslate } from '../../i18n/translate';
import { mostBaselines, pin } from '../../state/saved/pins';
import type { Baseline } from '../../state/store/kept';
import { runSource } from '../charts/source/source';
import { useStateInTurn } from '../charts/source/useStateInTurn';
import { PinnedRun } from './PinnedRun';
import { SavedRuns } from './SavedRuns';
import './comparison.css';

/** Pins the run on screen, and compares it with those pinned at the step on screen. */
export function Comparison() {
  const t = useTranslate();
  const { records, index, baselines } = useStateInTurn(runSource);
  const isFull = baselines.length >= mostBaselines;
  const step = records?.history.at(index, 'step') ?? 0;
  return (
    <section className="comparison">
      <h2>{t(readingTexts.comparison)}</h2>
      {baselines.length === 0 && <p className="quiet">{t(readingTexts.pinHelp)}</p>}
      {records &&
        baselines.map((baseline) => (
          <PinnedRun
            key={baseline.id}
            baseline={baseline}
            rows={compare(baseline, { ...records, index, step }, t)}
          />
        ))}
      <button
        type="button"
        className="button"
        disabled={isFull || !records}
        title={isFull ? t(readingTexts.pinsFull, { most: mostBaselines }) : undefined}
        onClick={pin}
      >
        {t(readingTexts.pin)}
      </button>
      <SavedRuns />
    </section>
  );
}

interface Now {
  readonly history: History;
  readonly nonFinite: NonFinite | null;
  readonly index: number;
  readonly step: number;
}

/** Each quantity of a pinned run and of the run on screen, at the same step or the last before it. */
function compare(
  baseline: Baseline,
  now: Now,
  t: Translate,
): readonly (readonly [name: string, then: string, now: string])[] {
  const then = { ...baseline, index: baseline.history.indexOf(now.step) };
  const write = (value: number) => (value === absent ? '–' : formatMeasure(value));
  const growth = ({ history, index }: { history: History; index: number }) => {
    const found = growthAt(history, index);
    const layer = silentFrom(history, index);
    if (found && layer !== null) return t(readingTexts.zeroFrom, { layer });
    return found ? formatFactor(found.perLayer) : '–';
  };
  const lost = ({ nonFinite }: { nonFinite: NonFinite | null }) =>
    nonFinite
      ? t(readingTexts.stepLayer, { step: formatCount(nonFinite.step), layer: nonFinite.layer })
      : t(readingTexts.never);
  const first = (run: { history: History; index: number }) =>
    write(run.history.layerAt(run.index, 'gradH', 1));
  const loss = ({ history }: { history: History }, measure: 'loss' | 'validationLoss') =>
    write(newestOf(history, measure));
  return [
    ['‖∂L/∂h₁‖', first(then), first(now)],
    [t(readingTexts.growthPerLayer), growth(then), growth(now)],
    [t(readingTexts.notFiniteAt), lost(then), lost(now)],
    [t(readingTexts.newestLoss), loss(then, 'loss'), loss(now, 'loss')],
    [t(readingTexts.newestValidation), loss(then, 'validationLoss'), loss(now, 'validationLoss')],
  ];
}
