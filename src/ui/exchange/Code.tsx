import { useState } from 'react';
import { type Framework, frameworks } from '../../catalog/code';
import { callbacks } from '../../code/callbacks';
import { exportedWeights } from '../../code/exportedWeights';
import { scriptOf } from '../../code/script';
import { withoutCode } from '../../code/snippets';
import { exchangeTexts as texts } from '../../i18n/exchange';
import { list, useTranslate } from '../../i18n/translate';
import { wholePageLink } from '../../state/address/location';
import { useApp, usePreferences } from '../../state/hooks';
import { Segments } from '../charts/card/Segments';
import { save } from '../save';
import { CopyText } from './CopyText';
import { frameworkNames } from './frameworkNames';

/** Steps whose batches go with the weights. */
const exportedSteps = 20;

/** The experiment on screen as a script, its weights, and what logs somebody's own training. */
export function Code() {
  const t = useTranslate();
  const experiment = useApp((state) => state.experiment);
  const language = usePreferences((state) => state.language);
  const [framework, choose] = useState<Framework>('torch');
  const link = wholePageLink();
  const missing = withoutCode(experiment);
  const script = missing.length > 0 ? null : scriptOf(experiment, framework, language, link);

  function saveWeights() {
    const bytes = exportedWeights(experiment, exportedSteps, link);
    save(new Blob([bytes.slice().buffer]), 'weights.safetensors');
  }

  return (
    <>
      <p className="quiet">{t(texts.codeAbout)}</p>
      <div>
        <Segments<Framework>
          legend={t(texts.framework)}
          segments={frameworks.map((id) => ({ id, label: frameworkNames[id] }))}
          chosen={framework}
          onChoose={choose}
        />
      </div>
      {framework === 'keras' && <p className="quiet">{t(texts.kerasRun)}</p>}
      {script ? (
        <CopyText label={t(texts.script)} text={script.text} rows={14} />
      ) : (
        <p>
          {t(texts.noCode, {
            names: list(
              missing.map(({ name }) => t(name)),
              t,
            ),
          })}
        </p>
      )}
      <div className="exchange-buttons">
        {script && (
          <button
            type="button"
            className="button"
            onClick={() => save(new Blob([script.text]), script.file)}
          >
            {t(texts.saveScript, { file: script.file })}
          </button>
        )}
        {framework === 'torch' && (
          <button type="button" className="button" onClick={saveWeights}>
            {t(texts.saveWeights)}
          </button>
        )}
      </div>
      {framework === 'torch' && (
        <p className="quiet">{t(texts.weightsAbout, { steps: exportedSteps })}</p>
      )}
      <p className="quiet">{t(texts.callbacks)}</p>
      <div className="exchange-buttons">
        {[
          ...new Map(
            Object.values(callbacks)
              .flat()
              .map((one) => [one.file, one]),
          ).values(),
        ].map((one) => (
          <button
            key={one.file}
            type="button"
            className="button"
            onClick={() => save(new Blob([one.text]), one.file)}
          >
            {one.file}
          </button>
        ))}
      </div>
    </>
  );
}
