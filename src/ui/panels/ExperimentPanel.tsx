import { useShallow } from 'zustand/react/shallow';
import { isUnderSwitch } from '../../experiment/choices';
import { isRelevant } from '../../experiment/relevance';
import { type Key, sections } from '../../experiment/schema';
import { controlTexts } from '../../i18n/controls';
import { useTranslate } from '../../i18n/translate';
import { useApp } from '../../state/hooks';
import { newSeed } from '../../state/run/actions';
import { isLocked } from '../../state/store/appearance';
import { FieldControl } from '../controls/FieldControl';
import { OwnDataSetting } from '../data/OwnDataSetting';
import { GroupSummary } from './GroupSummary';
import { ScenarioChoice } from './ScenarioChoice';
import '../controls/controls.css';

/** A scenario to begin with, and every setting that has an effect now, in groups that say in short what is chosen. */
export function ExperimentPanel() {
  const t = useTranslate();
  return (
    <div className="experiment-panel">
      <ScenarioChoice />
      <p className="legend">
        <span className="live-mark" /> {t(controlTexts.legend)}
      </p>
      {sections.map(({ id, keys }) => (
        <details key={id} className="group" open={id !== 'data'}>
          <summary>
            <span>{t(controlTexts[id])}</span> <GroupSummary section={id} />
          </summary>
          <Settings keys={keys} />
        </details>
      ))}
    </div>
  );
}

function Settings({ keys }: { readonly keys: readonly Key[] }) {
  const t = useTranslate();
  const appearance = useApp((state) => state.appearance);
  const relevant = useApp(
    useShallow(({ experiment }) =>
      keys.filter((key) => isRelevant(experiment, key) && !appearance.hidden.has(key)),
    ),
  );
  return relevant.map((key) => (
    <fieldset
      key={key}
      className={isUnderSwitch(key) ? 'setting under-switch' : 'setting'}
      disabled={isLocked(appearance, key)}
    >
      <FieldControl setting={key} />
      {key === 'dataset' && <OwnDataSetting />}
      {key === 'seed' && (
        <button type="button" className="button new-seed" onClick={newSeed}>
          {t(controlTexts.newSeed)}
        </button>
      )}
    </fieldset>
  ));
}
