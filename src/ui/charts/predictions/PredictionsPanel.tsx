import { type ReactNode, useMemo, useRef, useState } from 'react';
import { makeData, splitOf, taskOf } from '../../../experiment/data';
import { widthsOf } from '../../../experiment/weights';
import { inspectionReach } from '../../../history/inspection';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatCount } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import { DataTable } from '../card/DataTable';
import { Segments } from '../card/Segments';
import { SavePicture } from '../picture/SavePicture';
import { weightsSource } from '../source/source';
import { useStateInTurn } from '../source/useStateInTurn';
import { ClassLegend } from './ClassLegend';
import { Confusion } from './Confusion';
import { Curve } from './Curve';
import { Plane } from './Plane';
import { summarize, tableOf, titleOf } from './predictionWords';
import { classesOf } from './samples';
import './predictions.css';

const sets = ['training', 'validation'] as const;

/** What the network makes of its data at the step on screen: regions, a surface, a curve, or a confusion matrix. */
export function PredictionsPanel() {
  const t = useTranslate();
  const { records, index, answer } = useStateInTurn(weightsSource);
  const [chosen, choose] = useState<(typeof sets)[number]>('training');
  const card = useRef<HTMLElement>(null);
  const predictions = answer?.found?.predictions;
  const hasSamples = predictions?.kind === 'plane' || predictions?.kind === 'curve';
  const samplesOf = hasSamples ? records?.began : undefined;
  const data = useMemo(() => samplesOf && makeData(samplesOf), [samplesOf]);
  if (!records || !answer) return null;
  const { began, history } = records;
  if (!answer.found) return <Instead>{t(texts.outOfReach, { reach: inspectionReach })}</Instead>;
  if (!predictions) {
    const [inputs = 0] = widthsOf(began);
    return <Instead>{t(texts.noPicture, { inputs: formatCount(inputs) })}</Instead>;
  }
  const isSplit = splitOf(began).validation > 0;
  const set = isSplit ? chosen : 'training';
  const task = taskOf(began);
  const title = titleOf(predictions, task, t);
  const summary = summarize(predictions, task, t);
  const name = `${title}. ${summary}`;
  const table = tableOf(predictions, task, t);
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
          <Plane {...{ data, name }} rows={data[set]} plane={predictions} />
        )}
        {data && predictions.kind === 'curve' && (
          <Curve rows={data[set]} curve={predictions} name={name} />
        )}
        {predictions.kind === 'confusion' && (
          <Confusion
            classes={predictions.classes}
            counts={predictions[set]}
            name={t(task.kind === 'regression' ? texts.roundedClass : texts.predictedClass)}
          />
        )}
        <p className="quiet">{summary}</p>
      </div>
      {data && predictions.kind === 'plane' && <ClassLegend classes={classesOf(data)} />}
      {isSplit && (
        <Segments<(typeof sets)[number]>
          legend={t(texts.samplesShown)}
          segments={sets.map((id) => ({ id, label: t(texts[id]) }))}
          chosen={chosen}
          onChoose={choose}
        />
      )}
      {table && <DataTable caption={title} gather={() => table} />}
      <SavePicture title={title} card={card} />
    </section>
  );
}

/** What is said where there is no picture. */
function Instead({ children }: { readonly children: ReactNode }) {
  const t = useTranslate();
  return (
    <section>
      <h2>{t(texts.predictionsTitle)}</h2>
      <p className="quiet">{children}</p>
    </section>
  );
}
