import { learnTexts as texts } from '../../../i18n/learn';
import { useTranslate } from '../../../i18n/translate';
import { scenarios } from '../../../learn/scenarios';
import { openScenario } from '../../../state/learn/scenarios';

/** Every scenario, to be opened. */
export function Scenarios() {
  const t = useTranslate();
  return (
    <article className="study-card">
      <header>
        <h2>{t(texts.scenarios)}</h2>
        <p className="quiet">{t(texts.about)}</p>
      </header>
      <ul className="scenarios">
        {scenarios.map((scenario) => {
          const title = t(scenario.title);
          return (
            <li key={scenario.id}>
              <h3>{title}</h3>
              <p>{t(scenario.story)}</p>
              <button
                type="button"
                className="button"
                aria-label={t(texts.openThis, { title })}
                onClick={() => openScenario(scenario)}
              >
                {t(texts.open)}
              </button>
            </li>
          );
        })}
      </ul>
    </article>
  );
}
