import { type ReactNode, useMemo, useState } from 'react';
import { makeData } from '../../../experiment/data';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatCount } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import { DataTable } from '../DataTable';
import { Segments } from '../Segments';
import { useTurn } from '../useTurn';
import { Confusion } from './Confusion';
import { Curve } from './Curve';
import { Plane } from './Plane';
import { summarize, tableOf, titleOf } from './predictionWords';
import './predictions.css';

const sets = ['training', 'validation'] as const;

/** What the network makes of its data at the step on screen: regions, a surface, a curve, or a confusion matrix. */
export function PredictionsPanel() {
  const t = useTranslate();
  const { run, index } = useTurn();
  const [set, choose] = useState<(typeof sets)[number]>('training');
  const { inspection, began, history } = run;
  const data = useMemo(() => makeData(began), [began]);
  if (!history?.length || inspection?.run !== run.id) return null;
  if (!inspection.found) return <Instead>{t(texts.outOfReach)}</Instead>;
  const { predictions } = inspection.found;
  if (!predictions) {
    return <Instead>{t(texts.noPicture, { inputs: formatCount(data.inputs) })}</Instead>;
  }
  const rows = data[set];
  const title = titleOf(predictions, data, t);
  const summary = summarize(predictions, data, t);
  const name = `${title}. ${summary}`;
  const table = tableOf(predictions, data, t);
  const step = t(texts.stepNumber, { step: formatCount(inspection.step) });
  const isLate = inspection.step !== history.at(index, 'step');
  return (
    <section className="predictions">
      <h2>
        {title}
        {isLate && <small> · {step}</small>}
      </h2>
      {predictions.kind === 'plane' && <Plane {...{ data, rows, name }} plane={predictions} />}
      {predictions.kind === 'curve' && <Curve {...{ rows, name }} curve={predictions} />}
      {predictions.kind === 'confusion' && (
        <Confusion
          classes={predictions.classes}
          counts={predictions[set]}
          name={t(data.labels ? texts.roundedClass : texts.predictedClass)}
        />
      )}
      <p className="quiet">{summary}</p>
      {data.validation.count > 0 && (
        <Segments<(typeof sets)[number]>
          legend={t(texts.samplesShown)}
          segments={sets.map((id) => ({ id, label: t(texts[id]) }))}
          chosen={set}
          onChoose={choose}
        />
      )}
      {table && <DataTable caption={title} gather={() => table} />}
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
