import { useState } from 'react';
import { formatCount } from '../../i18n/numbers';
import { pageTexts } from '../../i18n/page';
import { useTranslate } from '../../i18n/translate';

interface StepSliderProps {
  /** The step that is shown; null follows the newest. */
  readonly viewed: number | null;
  readonly last: number;
  /** The step from which on the run is not finite, if any. */
  readonly lost?: number | undefined;
  /** Plays the steps, where that is offered. */
  readonly replay?: Replay;
  onVisit(step: number | null): void;
}

interface Replay {
  readonly isOn: boolean;
  readonly isPossible: boolean;
  toggle(): void;
}

/** Goes back and forth over a recorded run; every panel shows the step chosen here. */
export function StepSlider({ viewed, last, lost, replay, onVisit }: StepSliderProps) {
  const t = useTranslate();
  const step = viewed ?? last;
  const said = t(pageTexts.shownOf, { step: formatCount(step), last: formatCount(last) });
  const mark = lost === undefined ? '' : t(pageTexts.lostFrom, { step: formatCount(lost) });
  return (
    <div className="step-slider">
      {replay && <ReplayButton {...replay} />}
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
        aria-valuetext={mark ? `${said}. ${mark}` : said}
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
      <StepBox {...{ step, last, onVisit }} />
      <div className="step-said">
        <output aria-live="off" className="unseen">
          {said}
        </output>
        <span aria-hidden="true">{t(pageTexts.ofSteps, { last: formatCount(last) })}</span>
        {mark && <b className="lost-mark">{mark}</b>}
      </div>
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

interface StepBoxProps {
  readonly step: number;
  readonly last: number;
  onVisit(step: number): void;
}

/** The step that is shown as a number, and a way to any other. */
function StepBox({ step, last, onVisit }: StepBoxProps) {
  const t = useTranslate();
  const [draft, setDraft] = useState<string | null>(null);
  function commit() {
    const asked = Math.round(Number(draft?.trim() || Number.NaN));
    setDraft(null);
    if (Number.isFinite(asked)) onVisit(Math.min(last, Math.max(0, asked)));
  }
  return (
    <input
      className="number-box step-box"
      type="text"
      inputMode="numeric"
      autoComplete="off"
      aria-label={t(pageTexts.goToStep)}
      disabled={last === 0}
      value={draft ?? String(step)}
      onChange={({ currentTarget }) => setDraft(currentTarget.value)}
      onBlur={() => draft !== null && commit()}
      onKeyDown={({ key }) => {
        if (key === 'Enter') commit();
        if (key === 'Escape') setDraft(null);
      }}
    />
  );
}

function ReplayButton({ isOn, isPossible, toggle }: Replay) {
  const t = useTranslate();
  const name = t(isOn ? pageTexts.stopReplay : pageTexts.replay);
  return (
    <button
      type="button"
      className="button square"
      aria-label={name}
      title={name}
      disabled={!isPossible}
      onClick={toggle}
    >
      <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true">
        <path fill="currentColor" d={isOn ? 'M1.5 1.5h9v9h-9z' : 'M2 .8 11 6 2 11.2z'} />
      </svg>
    </button>
  );
}
