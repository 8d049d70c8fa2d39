import { useEffect, useRef } from 'react';
import { lessonTexts as texts } from '../../i18n/learn';
import { useTranslate } from '../../i18n/translate';
import type { Finding } from '../../learn/checks';
import { useProgress } from '../../state/hooks';
import {
  findingsOf,
  isAnswered,
  nameOf,
  type OpenStep,
  openStep,
  runStep,
  solve,
  standing,
  stepAt,
} from '../../state/learn/lessons';
import type { App } from '../../state/store/app';
import { useStateInTurn } from '../charts/source/useStateInTurn';
import { CheckLine } from './CheckLine';
import { LessonSteps } from './LessonSteps';
import { lessonOutcome } from './lessonOutcome';
import { PredictionChoice } from './PredictionChoice';
import { showPlace } from './showPlace';
import './lesson.css';

const lessonShown = ({ lesson, experiment, run }: App) => ({ lesson, experiment, run });

/** The step of a lesson that is open: what to predict, what to run, what came out and why. */
export function LessonPanel() {
  const t = useTranslate();
  const drawn = useStateInTurn(lessonShown);
  const did = useProgress();
  const open = stepAt(drawn.lesson);
  const name = open && nameOf(open);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (name) heading.current?.focus();
  }, [name]);
  if (!open) return null;
  const { lesson, index, step } = open;
  const findings = findingsOf(open, drawn);
  const isDone = isAnswered(open, findings);
  const choice = did[nameOf(open)]?.choice;
  const place = t(texts[step.look]);
  return (
    <section className="scenario lesson" aria-label={t(lesson.title)}>
      <p className="quiet">
        {t(texts.stepOf, {
          lesson: t(lesson.title),
          step: index + 1,
          total: lesson.steps.length,
        })}
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {t(step.title)}
      </h2>
      <p>{t(step.text)}</p>
      {step.prediction && (
        <PredictionChoice open={open} prediction={step.prediction} choice={choice} />
      )}
      <Doing open={open} isDone={isDone} where={standing(open, drawn)} state={drawn.run.state} />
      <div role="status" className="lesson-outcome">
        {isDone && step.prediction && (
          <p className="came">{lessonOutcome(step.prediction, choice, findings, t)}</p>
        )}
        {isDone && <p>{t(step.explanation)}</p>}
      </div>
      {(isDone || !step.prediction) && <Checks open={open} findings={findings} />}
      <button type="button" className="button" onClick={() => showPlace(step.look)}>
        {t(texts.look, { place })}
      </button>
      <LessonSteps open={open} isDone={isDone} />
    </section>
  );
}

interface DoingProps {
  readonly open: OpenStep;
  readonly isDone: boolean;
  readonly where: ReturnType<typeof standing>;
  /** What the run on screen is doing. */
  readonly state: string;
}

/** What to do next with the experiment: run it, set it back, or see one way. */
function Doing({ open, isDone, where, state }: DoingProps) {
  const t = useTranslate();
  const { step } = open;
  const isRunnable = !isDone && (step.prediction !== null || step.steps > 0);
  return (
    <>
      {where === 'other' && <p className="quiet">{t(texts.other)}</p>}
      <div className="scenario-buttons">
        {isRunnable && (
          <button
            type="button"
            className="button primary"
            disabled={state === 'running'}
            onClick={() => runStep(open)}
          >
            {t(texts.run)}
          </button>
        )}
        {(where === 'other' || step.solution) && (
          <button type="button" className="button" onClick={() => openStep(open)}>
            {t(texts.back)}
          </button>
        )}
        {step.solution && !isDone && (
          <button type="button" className="button" onClick={() => solve(open)}>
            {t(texts.solve)}
          </button>
        )}
      </div>
    </>
  );
}

interface ChecksProps {
  readonly open: OpenStep;
  readonly findings: readonly (Finding | null)[];
}

function Checks({ open, findings }: ChecksProps) {
  return (
    <ul className="checks">
      {open.step.checks.map(({ text }, index) => (
        <CheckLine key={text.en} text={text} found={findings[index] ?? null} />
      ))}
    </ul>
  );
}
