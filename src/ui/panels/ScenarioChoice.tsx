import { useId } from 'react';
import { controlTexts } from '../../i18n/controls';
import { useTranslate } from '../../i18n/translate';
import { scenarios } from '../../learn/scenarios';
import { useApp } from '../../state/hooks';
import { leaveScenario, openScenario, scenarioOf } from '../../state/learn/scenarios';

/** Opens a scenario, or leaves the open one; not where a link holds settings fast. */
export function ScenarioChoice() {
  const t = useTranslate();
  const id = useId();
  const open = useApp((state) => state.scenario);
  const { isEmbedded, locked } = useApp((state) => state.appearance);
  if (isEmbedded || locked === 'all' || locked.size > 0) return null;
  return (
    <div className="control scenario-choice">
      <label htmlFor={id}>{t(controlTexts.scenario)}</label>
      <select
        id={id}
        className="select"
        value={open ?? ''}
        onChange={({ currentTarget }) => {
          const scenario = scenarioOf(currentTarget.value);
          if (scenario) openScenario(scenario);
          else leaveScenario();
        }}
      >
        <option value="">{t(controlTexts.noScenario)}</option>
        {scenarios.map(({ id: one, title }) => (
          <option key={one} value={one}>
            {t(title)}
          </option>
        ))}
      </select>
    </div>
  );
}
