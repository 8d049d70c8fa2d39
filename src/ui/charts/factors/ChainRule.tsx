import { useState } from 'react';
import { factorsAt, productTo } from '../../../history/factors';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatCount, formatFactor, formatMeasure } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import { ChartCard } from '../card/ChartCard';
import { EmptyCard } from '../card/EmptyCard';
import { pinStyle } from '../colors/pins';
import { weightsSource } from '../source/source';
import { useStateInTurn } from '../source/useStateInTurn';
import { FactorKeys } from './FactorKeys';
import { FactorsPlot } from './FactorsPlot';
import { factorTable, readingOf } from './factorWords';
import { useWalk } from './useWalk';
import './factors.css';

/** The factors of the chain rule, layer by layer, and a slow walk back through them. */
export function ChainRule() {
  const { records, index, inspected, baselines, answer } = useStateInTurn(weightsSource);
  const t = useTranslate();
  const depth = records?.history.shape.depth ?? 1;
  const walk = useWalk(depth);
  const title = t(texts.factorsTitle);
  if (!records) return <EmptyCard title={title} />;
  const { history, began } = records;
  const factors = factorsAt(history, index);
  const step = history.at(index, 'step');
  const norms = answer?.step === step ? (answer.found?.norms ?? null) : null;
  const by = { experiment: began, history, index, norms };
  const reached = walk.at ?? 1;
  const walked =
    walk.at !== null &&
    t(texts.walking, {
      layer: walk.at,
      factor: formatFactor(factors[walk.at - 1]?.total ?? 1),
      norm: formatMeasure(history.layerAt(index, 'gradH', walk.at - 1)),
      product: formatFactor(productTo(factors, reached)),
    });
  const summary = t(texts.factorsSummary, {
    step: formatCount(step),
    product: formatFactor(productTo(factors, 1)),
  });
  return (
    <ChartCard
      title={title}
      word="chainRule"
      summary={summary}
      controls={
        <button
          type="button"
          className="button chart-button"
          onClick={walk.at === null ? walk.start : walk.stop}
        >
          {t(walk.at === null ? texts.walk : texts.stopWalk)}
        </button>
      }
      note={
        <span className="factor-note">
          {walk.at === null && <FactorKeys factors={factors} />}
          <span aria-hidden="true">{walked}</span>
          <span role="status" className="unseen">
            {walk.at === 1 && walked && <Arrival text={walked} />}
          </span>
        </span>
      }
      table={() => factorTable(factors, by, t)}
    >
      {(size) => (
        <FactorsPlot
          size={size}
          name={`${title}. ${summary}`}
          {...{ factors, reached, inspected }}
          read={(layer) => readingOf(factors[layer - 1], by, t)}
          pinned={baselines.map((baseline) => ({
            id: baseline.id,
            color: pinStyle(baseline).color,
            factors: factorsAt(baseline.history, baseline.history.indexOf(step)),
          }))}
        />
      )}
    </ChartCard>
  );
}

/** Says where a walk has ended, once: numbers that change later are not said. */
function Arrival({ text }: { readonly text: string }) {
  const [said] = useState(text);
  return said;
}
