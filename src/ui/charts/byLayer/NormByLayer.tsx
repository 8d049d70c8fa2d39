import { chartTexts as texts } from '../../../i18n/charts';
import { readingTexts } from '../../../i18n/reading';
import { noTheoryTexts } from '../../../i18n/theory';
import { useTranslate } from '../../../i18n/translate';
import type { Quantity } from '../../../state/store/app';
import type { Recording, Records } from '../../../state/store/run';
import { ChartCard } from '../card/ChartCard';
import { EmptyCard } from '../card/EmptyCard';
import { PinKeys, pinStyle } from '../colors/pins';
import { normsAt, profilesOf } from '../series/norms';
import { quantityTexts } from '../source/quantityTexts';
import { useChartSource } from '../source/source';
import { useLayerNames } from '../source/useLayerNames';
import { LayerPlot } from './LayerPlot';
import { normTable, noteOf, predictionText, readingOf, summarize } from './normWords';
import { QuantitySwitch } from './QuantitySwitch';
import { ReplacedRun } from './ReplacedRun';

/** The chosen quantity in every layer at the step on screen, colored by amplification. */
export function NormByLayer() {
  const source = useChartSource({ isFirst: true });
  const { records, quantity, index, inspected, inspect, baselines } = source;
  const nameOf = useLayerNames();
  const t = useTranslate();
  const { symbol, title, word, reference } = quantityTexts[quantity];
  if (!records) return <EmptyCard title={t(title)} />;

  const profiles = profilesOf(records.history, index, quantity);
  const found = predictionFor(records, quantity);
  const prediction = found && 'line' in found ? found : null;
  const predictionName = t(predictionText(prediction, profiles.shown.step));
  const pinned = baselines.map((baseline) => ({
    ...pinStyle(baseline),
    id: baseline.id,
    name: baseline.name,
    norms: normsAt(baseline.history, profiles.shown.step, quantity),
  }));
  const shown = { symbol, over: reference.over, profiles, prediction, predictionName, pinned };
  const reason = quantity === 'actRms' && found && 'reason' in found ? found.reason : null;
  const said = [
    noteOf(profiles, quantity, t),
    reason && t(readingTexts.noTheory, { reason: t(noTheoryTexts[reason]) }),
  ]
    .filter(Boolean)
    .join(' ');
  const summary = summarize(shown, nameOf, t);
  return (
    <ChartCard
      title={t(title)}
      subtitle={`${symbol} · ${t(reference.color)}`}
      controls={<QuantitySwitch quantity={quantity} />}
      word={word}
      note={
        (said || baselines.length > 0) && (
          <>
            {said} <PinKeys baselines={baselines} />
          </>
        )
      }
      notice={inspect && <ReplacedRun />}
      summary={summary}
      footer={
        inspect && (
          <button type="button" className="link-button" onClick={() => inspect(inspected ?? 1)}>
            {t(texts.lookClosely)}
          </button>
        )
      }
      table={() => normTable(shown, nameOf, t)}
    >
      {(size) => (
        <LayerPlot
          name={`${t(title)}. ${summary}`}
          subject={quantity}
          read={(layer) => readingOf(shown, layer, nameOf, t)}
          {...{ size, profiles, prediction, predictionName, pinned }}
        />
      )}
    </ChartCard>
  );
}

/** The prediction that stands beside a quantity: theory speaks of `‖∂L/∂h‖` and of the RMS of `h`. */
function predictionFor(records: Records | Recording, quantity: Quantity) {
  if (!('theory' in records)) return undefined;
  if (quantity === 'gradH') return records.theory().gradients;
  return quantity === 'actRms' ? records.theory().activations : undefined;
}
