import { learnTexts, lessonTexts as texts } from '../../../i18n/learn';
import { useTranslate } from '../../../i18n/translate';
import type { Lesson } from '../../../learn/lesson';
import { lessons } from '../../../learn/lessons';
import { useProgress } from '../../../state/hooks';
import { nameOf, openStep } from '../../../state/learn/lessons';
import { forgetProgress } from '../../../state/store/progress';

/** Every lesson, with what was done in it; each step can be opened. */
export function Lessons() {
  const t = useTranslate();
  const isBegun = Object.keys(useProgress()).length > 0;
  return (
    <article className="study-card">
      <header>
        <h2>{t(learnTexts.lessons)}</h2>
        <p className="quiet">{t(texts.about)}</p>
      </header>
      <ul className="scenarios lesson-list">
        {lessons.map((lesson) => (
          <LessonCard key={lesson.id} lesson={lesson} />
        ))}
      </ul>
      {isBegun && (
        <div>
          <button type="button" className="button" onClick={forgetProgress}>
            {t(texts.reset)}
          </button>
        </div>
      )}
    </article>
  );
}

function LessonCard({ lesson }: { readonly lesson: Lesson }) {
  const t = useTranslate();
  const did = useProgress();
  const { id, steps } = lesson;
  const isDone = steps.map((_, index) => did[nameOf({ id, index })]?.isDone === true);
  const done = isDone.filter(Boolean).length;
  const next = isDone.indexOf(false);
  const action = t(next < 0 ? texts.again : done > 0 ? texts.goOn : texts.start);
  const title = t(lesson.title);
  return (
    <li>
      <h3>{title}</h3>
      <p>{t(lesson.about)}</p>
      <ol className="step-links">
        {steps.map((step, index) => (
          <li key={step.title.en}>
            <a
              href={`#v=1&lesson=${nameOf({ id, index })}`}
              onClick={(event) => {
                event.preventDefault();
                openStep({ id, index });
              }}
            >
              {t(step.title)}
            </a>
            {isDone[index] && <span> ✓</span>}
          </li>
        ))}
      </ol>
      <span className="lesson-progress">
        {t(texts.progress, { done, total: steps.length })}
        {next < 0 && ` · ${t(texts.finished)}`}
      </span>
      <button
        type="button"
        className="button"
        aria-label={t(texts.named, { action, title })}
        onClick={() => openStep({ id, index: Math.max(0, next) })}
      >
        {action}
      </button>
    </li>
  );
}
