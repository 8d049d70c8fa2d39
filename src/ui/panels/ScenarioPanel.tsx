import { learnTexts as texts } from '../../i18n/learn';
import { useTranslate } from '../../i18n/translate';
import {
  isSame as isSameExperiment,
  leaveScenario,
  openScenario,
  runScenario,
  scenarioOf,
} from '../../state/learn/scenarios';
import type { App } from '../../state/store/app';
import { eventsOf, stepsTaken } from '../../state/store/run';
import { useStateInTurn } from '../charts/source/useStateInTurn';
import { CheckLine } from './CheckLine';

const scenarioShown = ({ scenario, experiment, run }: App) => ({ scenario, experiment, run });

/** The scenario that is open: what it shows, and each expectation against what is measured. */
export function ScenarioPanel() {
  const t = useTranslate();
  const { scenario: id, experiment, run } = useStateInTurn(scenarioShown);
  const scenario = scenarioOf(id);
  if (!scenario) return null;
  const { title, story, steps, checks } = scenario;
  const { recording, state } = run;
  const isSame = isSameExperiment(scenario.experiment, experiment) && eventsOf(run).length === 0;
  const measured = state === 'preparing' ? null : recording;
  const canRun = state === 'ready' && stepsTaken(run) < steps;
  return (
    <section className="scenario">
      <h2>{t(title)}</h2>
      <p>{t(story)}</p>
      {isSame ? (
        <ul className="checks">
          {checks.map((check) => (
            <CheckLine
              key={check.text.en}
              text={check.text}
              found={measured && check.read(measured)}
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
