import { lessonTexts as texts } from '../../i18n/learn';
import { useTranslate } from '../../i18n/translate';
import { useProgress } from '../../state/hooks';
import { leaveLesson, nameOf, type OpenStep, openStep } from '../../state/learn/lessons';
import { open as openView } from '../../state/run/actions';

interface LessonStepsProps {
  readonly open: OpenStep;
  /** Whether the step that is open has its answer. */
  readonly isDone: boolean;
}

/** The steps of the lesson that is open, each to be gone to, and the ways out. */
export function LessonSteps({ open: { id, index, lesson }, isDone }: LessonStepsProps) {
  const t = useTranslate();
  const did = useProgress();
  const isLast = index === lesson.steps.length - 1;
  return (
    <nav className="lesson-steps" aria-label={t(texts.stepsOf, { title: t(lesson.title) })}>
      <ol>
        {lesson.steps.map((step, at) => {
          const place = { id, index: at };
          const wasDone = did[nameOf(place)]?.isDone === true;
          const name = t(wasDone ? texts.stepDone : texts.step, {
            step: at + 1,
            title: t(step.title),
          });
          return (
            <li key={step.title.en}>
              <button
                type="button"
                className={wasDone ? 'done' : undefined}
                aria-current={at === index ? 'step' : undefined}
                aria-label={name}
                title={name}
                onClick={() => openStep(place)}
              >
                {wasDone ? '✓' : at + 1}
              </button>
            </li>
          );
        })}
      </ol>
      <div className="scenario-buttons">
        {index > 0 && (
          <button
            type="button"
            className="button"
            onClick={() => openStep({ id, index: index - 1 })}
          >
            {t(texts.previous)}
          </button>
        )}
        {isLast ? (
          <button type="button" className="button" onClick={() => openView('learn')}>
            {t(texts.all)}
          </button>
        ) : (
          <button
            type="button"
            className={isDone ? 'button primary' : 'button'}
            onClick={() => openStep({ id, index: index + 1 })}
          >
            {t(texts.next)}
          </button>
        )}
        <button type="button" className="button" onClick={leaveLesson}>
          {t(texts.leave)}
        </button>
      </div>
    </nav>
  );
}
