import { useState } from 'react';
import { excessOf } from '../../experiment/budget';
import { differences } from '../../experiment/change';
import { studyTexts as texts } from '../../i18n/study';
import { useTranslate } from '../../i18n/translate';
import { useApp, useStudy } from '../../state/hooks';
import { cancelTrials, resumeTrials, startTrials } from '../../state/studies/study';
import { isTried, trialFields } from '../../study/trials';
import { NumberControl } from '../controls/NumberControl';
import { JobBar } from './JobBar';
import { TrialTable } from './TrialTable';
import { Untried } from './Untried';

/** The experiment on screen, trained again with each safeguard alone. */
export function Trials() {
  const t = useTranslate();
  const experiment = useApp((state) => state.experiment);
  const trials = useStudy((state) => state.trials);
  const [steps, setSteps] = useState<number>(trialFields.steps.default);
  const [seeds, setSeeds] = useState<number>(trialFields.seeds.default);
  const results = trials?.rows.flatMap((row) => row.results) ?? [];
  const isOutdated = trials && differences(trials.plan.experiment, experiment).length > 0;
  const isTooLarge = excessOf(experiment).length > 0;
  return (
    <article className="study-card">
      <header>
        <h2>{t(texts.trialsTitle)}</h2>
        <p className="quiet">{t(texts.trialsAbout)}</p>
      </header>
      <div className="study-settings">
        <NumberControl field={trialFields.steps} value={steps} onChange={setSteps} />
        <NumberControl field={trialFields.seeds} value={seeds} onChange={setSeeds} />
      </div>
      <JobBar
        state={trials?.state ?? null}
        done={results.filter(isTried).length}
        total={results.length}
        start={t(trials ? texts.again : texts.start)}
        progress={texts.progress}
        isRefused={isTooLarge}
        onStart={() => startTrials({ experiment, steps, seeds })}
        onCancel={cancelTrials}
        onResume={resumeTrials}
      />
      {isTooLarge && <p className="quiet">{t(texts.tooLarge)}</p>}
      {isOutdated && <p className="quiet">{t(texts.outdated)}</p>}
      {trials ? (
        <TrialTable plan={trials.plan} rows={trials.rows} />
      ) : (
        <Untried experiment={experiment} />
      )}
    </article>
  );
}
