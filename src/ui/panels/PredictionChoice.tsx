import { useId } from 'react';
import { lessonTexts as texts } from '../../i18n/learn';
import { useTranslate } from '../../i18n/translate';
import type { Prediction } from '../../learn/lesson';
import { type OpenStep, predict } from '../../state/learn/lessons';

interface PredictionChoiceProps {
  readonly open: OpenStep;
  readonly prediction: Prediction;
  /** Index of the option chosen, if any. */
  readonly choice: number | undefined;
}

/** The question of a step, to be answered before the run. */
export function PredictionChoice({ open, prediction, choice }: PredictionChoiceProps) {
  const t = useTranslate();
  const group = useId();
  return (
    <fieldset className="prediction">
      <legend>{t(prediction.question)}</legend>
      {prediction.options.map((option, index) => (
        <label key={option.en}>
          <input
            type="radio"
            name={group}
            checked={index === choice}
            onChange={() => predict(open, index)}
          />
          {t(option)}
        </label>
      ))}
      {choice === undefined && <p className="quiet">{t(texts.chooseFirst)}</p>}
    </fieldset>
  );
}
