import { formatCount } from '../../i18n/numbers';
import { pageTexts } from '../../i18n/page';
import { useTranslate } from '../../i18n/translate';

interface StepSliderProps {
  /** The step that is shown; null follows the newest. */
  readonly viewed: number | null;
  readonly last: number;
  onVisit(step: number | null): void;
}

/** Goes back and forth over a recorded run; every panel shows the step chosen here. */
export function StepSlider({ viewed, last, onVisit }: StepSliderProps) {
  const t = useTranslate();
  const step = viewed ?? last;
  const said = t(pageTexts.shownOf, { step: formatCount(step), last: formatCount(last) });
  return (
    <div className="step-slider">
      <button
        type="button"
        className="button square"
        aria-label={t(pageTexts.earlier)}
        disabled={step === 0}
        onClick={() => onVisit(step - 1)}
      >
        ‹
      </button>
      <input
        type="range"
        min={0}
        max={Math.max(1, last)}
        value={step}
        disabled={last === 0}
        aria-label={t(pageTexts.stepShown)}
        aria-valuetext={said}
        onChange={({ currentTarget }) => onVisit(Number(currentTarget.value))}
      />
      <button
        type="button"
        className="button square"
        aria-label={t(pageTexts.later)}
        disabled={viewed === null}
        onClick={() => onVisit(step + 1)}
      >
        ›
      </button>
      <output>{said}</output>
      <button
        type="button"
        className="button"
        disabled={viewed === null}
        onClick={() => onVisit(null)}
      >
        {t(pageTexts.newest)}
      </button>
    </div>
  );
}
