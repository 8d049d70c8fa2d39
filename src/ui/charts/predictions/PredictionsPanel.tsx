import { useMemo, useRef, useState } from 'react';
import { makeData, splitOf, taskOf } from '../../../experiment/data';
import type { Experiment } from '../../../experiment/schema';
import type { Predictions } from '../../../history/inspection';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatCount, formatMeasure } from '../../../i18n/numbers';
import { type Translate, useTranslate } from '../../../i18n/translate';
import { answerOf } from '../answer';
import { SavePicture } from '../SavePicture';
import { Segments } from '../Segments';
import { useTurn } from '../useTurn';
import { Confusion } from './Confusion';
import { Curve } from './Curve';
import { Plane } from './Plane';
import './predictions.css';

const sets = ['training', 'validation'] as const;

const titles = {
  plane: texts.planeTitle,
  curve: texts.curveTitle,
  confusion: texts.confusionTitle,
} as const;

/** What the network makes of its data at the step on screen: regions, a curve, or a confusion matrix. */
export function PredictionsPanel() {
  const t = useTranslate();
  const { run, index } = useTurn();
  const [set, choose] = useState<(typeof sets)[number]>('training');
  const card = useRef<HTMLElement>(null);
  const { began, history } = run;
  const answer = answerOf(run);
  const predictions = answer?.found?.predictions;
  const hasSamples = predictions?.kind === 'plane' || predictions?.kind === 'curve';
  const data = useMemo(() => (hasSamples ? makeData(began) : null), [began, hasSamples]);
  if (!history?.length) return null;
  if (answer && !answer.found) {
    return (
      <section>
        <h2>{t(texts.predictionsTitle)}</h2>
        <p className="quiet">{t(texts.outOfReach)}</p>
      </section>
    );
  }
  if (!predictions) return null;
  const title = t(titles[predictions.kind]);
  const step = t(texts.stepNumber, { step: formatCount(answer.step) });
  const isLate = answer.step !== history.at(index, 'step');
  return (
    <section ref={card} className="predictions">
      <h2>
        {title}
        {isLate && <small> · {step}</small>}
      </h2>
      <div data-picture>
        {data && predictions.kind === 'plane' && (
          <Plane data={data} rows={data[set]} plane={predictions} name={title} />
        )}
        {data && predictions.kind === 'curve' && (
          <Curve rows={data[set]} curve={predictions} name={title} />
        )}
        {predictions.kind === 'confusion' && (
          <Confusion
            classes={predictions.classes}
            counts={predictions[set]}
            name={t(texts.predictedClass)}
          />
        )}
        <p className="quiet">{summarize(predictions, began, t)}</p>
      </div>
      {splitOf(began).validation > 0 && (
        <Segments<(typeof sets)[number]>
          legend={t(texts.samplesShown)}
          segments={sets.map((id) => ({ id, label: t(texts[id]) }))}
          chosen={set}
          onChoose={choose}
        />
      )}
      <SavePicture title={title} card={card} />
    </section>
  );
}

/** What the picture shows, in a sentence. */
function summarize(predictions: Predictions, began: Experiment, t: Translate): string {
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  if (predictions.kind === 'curve') {
    const [low, high] = [Math.min(...predictions.y), Math.max(...predictions.y)];
    return t(texts.curveSummary, { low: formatMeasure(low), high: formatMeasure(high) });
  }
  if (predictions.kind === 'confusion') {
    const { classes } = predictions;
    const right = (counts: Uint32Array) => {
      const total = counts.reduce((sum, count) => sum + count, 0);
      const hits = counts.filter((_, cell) => cell % (classes + 1) === 0);
      return total === 0 ? '–' : percent(hits.reduce((sum, count) => sum + count, 0) / total);
    };
    const [training, validation] = [right(predictions.training), right(predictions.validation)];
    return t(texts.confusionSummary, { training, validation });
  }
  const task = taskOf(began);
  const { values } = predictions;
  if (task.kind === 'regression') {
    const places = { low: Math.min(...values), high: Math.max(...values) };
    return t(texts.curveSummary, {
      low: formatMeasure(places.low),
      high: formatMeasure(places.high),
    });
  }
  const shares = Array.from({ length: task.classes }, (_, kind) => {
    const share = values.filter((value) => value === kind).length / values.length;
    return t(texts.classShare, { kind, share: percent(share) });
  });
  return t(texts.planeSummary, { shares: shares.join(', ') });
}
