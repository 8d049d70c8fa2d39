import { formatCount } from '../../i18n/numbers';
import { pageTexts } from '../../i18n/page';
import { useTranslate } from '../../i18n/translate';
import { visit } from '../../state/actions';
import { useApp } from '../../state/hooks';
import { currentStep } from '../../state/run';

/** Goes back and forth over the recorded run; every panel shows the step chosen here. */
export function StepSlider() {
  const t = useTranslate();
  const viewed = useApp((state) => state.viewed);
  const last = useApp(({ run }) => currentStep(run));
  const step = viewed ?? last;
  const said = t(pageTexts.shownOf, { step: formatCount(step), last: formatCount(last) });
  return (
    <div className="step-slider">
      <button
        type="button"
        className="button square"
        aria-label={t(pageTexts.earlier)}
        disabled={step === 0}
        onClick={() => visit(step - 1)}
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
        onChange={({ currentTarget }) => visit(Number(currentTarget.value))}
      />
      <button
        type="button"
        className="button square"
        aria-label={t(pageTexts.later)}
        disabled={viewed === null}
        onClick={() => visit(step + 1)}
      >
        ›
      </button>
      <output>{said}</output>
      <button
        type="button"
        className="button"
        disabled={viewed === null}
        onClick={() => visit(null)}
      >
        {t(pageTexts.newest)}
      </button>
    </div>
  );
}
