import { learnTexts as texts } from '../../i18n/learn';
import { formatMeasure } from '../../i18n/numbers';
import { useTranslate } from '../../i18n/translate';
import type { Check, Observed } from '../../learn/checks';
import { currentStep } from '../../state/run';
import { isOf, leaveScenario, openScenario, runScenario, scenarioOf } from '../../state/scenarios';
import { useTurn } from '../charts/useTurn';

/** The scenario that is open: what it shows, and each expectation against what is measured. */
export function ScenarioPanel() {
  const t = useTranslate();
  const { scenario: id, experiment, run } = useTurn();
  const scenario = scenarioOf(id);
  if (!scenario) return null;
  const { title, story, steps, checks } = scenario;
  const { history, nonFinite, state } = run;
  const isSame = isOf(scenario, experiment) && run.events.length === 0;
  const canRun = state === 'ready' && currentStep(run) < steps;
  return (
    <section className="scenario">
      <h2>{t(title)}</h2>
      <p>{t(story)}</p>
      {isSame ? (
        <ul className="checks">
          {checks.map((check) => (
            <CheckLine
              key={check.text.en}
              check={check}
              observed={history?.length && state !== 'preparing' ? { history, nonFinite } : null}
            />
          ))}
        </ul>
      ) : (
        <p className="quiet">{t(texts.changed)}</p>
      )}
      <div className="scenario-buttons">
        {isSame && steps > 0 && (
          <button
            type="button"
            className="button"
            disabled={!canRun}
            onClick={() => runScenario(scenario)}
          >
            {t(texts.run, { steps })}
          </button>
        )}
        {!isSame && (
          <button type="button" className="button" onClick={() => openScenario(scenario)}>
            {t(texts.back)}
          </button>
        )}
        <button type="button" className="button" onClick={leaveScenario}>
          {t(texts.leave)}
        </button>
      </div>
    </section>
  );
}

interface CheckLineProps {
  readonly check: Check;
  readonly observed: Observed | null;
}

function CheckLine({ check, observed }: CheckLineProps) {
  const t = useTranslate();
  const found = observed && check.read(observed);
  const look = found ? (found.holds ? 'yes' : 'no') : 'notYet';
  return (
    <li className={look}>
      <span aria-hidden="true">{{ yes: '✓', no: '✗', notYet: '…' }[look]}</span>
      <span>
        {t(check.text)}{' '}
        <b>
          {found
            ? t(texts.measured, { answer: t(texts[look]), value: formatMeasure(found.measured) })
            : t(texts.notYet)}
        </b>
      </span>
    </li>
  );
}
