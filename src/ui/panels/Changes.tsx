import { type Difference, differences } from '../../experiment/change';
import { fieldOf } from '../../experiment/schema';
import { readingTexts } from '../../i18n/reading';
import { useTranslate } from '../../i18n/translate';
import { useApp } from '../../state/hooks';
import { describe } from './describe';

/** What was changed since the run began, with the step from which it holds. */
export function Changes() {
  const t = useTranslate();
  const experiment = useApp((state) => state.experiment);
  const began = useApp(({ run }) => run.began);
  const events = useApp(({ run }) => run.events);
  const line = ({ key, from, to }: Difference) =>
    t(readingTexts.fromTo, {
      setting: t(fieldOf(key).label),
      from: t(describe(key, from)),
      to: t(describe(key, to)),
    });
  const steps = events.flatMap(({ step, changes }) =>
    changes.map((change) => ({ step, change, id: `${step} ${change.key} ${change.to}` })),
  );
  const isUnchanged = differences(began, experiment).length === 0 && steps.length === 0;
  return (
    <section>
      <h2>{t(readingTexts.changed)}</h2>
      {isUnchanged && <p className="quiet">{t(readingTexts.unchanged)}</p>}
      <ul className="changes">
        {steps.map(({ step, change, id }) => (
          <li key={id}>
            {line(change)} <small>{t(readingTexts.sinceStep, { step })}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
