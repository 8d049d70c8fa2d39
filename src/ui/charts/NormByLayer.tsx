import type { Localized } from '../../base/localized';
import { absent } from '../../history/measures';
import { chartTexts as texts } from '../../i18n/charts';
import { formatCount, formatFactor, formatMeasure } from '../../i18n/numbers';
import { type Translate, useTranslate } from '../../i18n/translate';
import type { Quantity } from '../../state/app';
import { PinKeys, pinStyle } from './baselines';
import { ChartCard } from './ChartCard';
import { EmptyCard } from './EmptyCard';
import { LayerPlot } from './LayerPlot';
import { normsAt, type Profiles, profilesOf } from './norms';
import { predictionFor } from './prediction';
import { QuantitySwitch } from './QuantitySwitch';
import { quantityTexts } from './quantityTexts';
import { type LayerNames, useLayerNames } from './useLayerNames';
import { useTurn, useWays } from './useTurn';

/** The chosen quantity in every layer at the step on screen, colored by amplification over the output layer. */
export function NormByLayer() {
  const { run, quantity, index, inspected, baselines } = useTurn({ isFirst: true });
  const { inspect } = useWays();
  const nameOf = useLayerNames();
  const t = useTranslate();
  const { symbol, title } = quantityTexts[quantity];
  const frame = {
    title: t(title),
    subtitle: `${symbol} · ${t(texts.colorIsAmplification)}`,
    controls: <QuantitySwitch quantity={quantity} />,
  };
  if (!run.history?.length) return <EmptyCard title={frame.title} />;

  const profiles = profilesOf(run.history, index, quantity);
  const prediction = predictionFor(run, quantity);
  const predicted = prediction && 'line' in prediction ? prediction : null;
  const say = sayingOf(profiles, nameOf, t);
  const summary = summarize(profiles, symbol, nameOf, t);
  return (
    <ChartCard
      {...frame}
      word="gradientNorm"
      note={
        <>
          {noteOf(profiles, quantity, t)} <PinKeys baselines={baselines} />
        </>
      }
      summary={summary}
      footer={
        inspect && (
          <button type="button" className="link-button" onClick={() => inspect(inspected ?? 1)}>
            {t(texts.lookClosely)}
          </button>
        )
      }
      table={() => ({
        columns: [t(texts.layer), symbol, t(texts.amplification)],
        rows: profiles.shown.norms.map((_, index) => {
          const { name, norm, factor } = say(index + 1);
          return [name, norm, factor];
        }),
      })}
    >
      {(size) => (
        <LayerPlot
          size={size}
          name={`${t(title)}. ${summary}`}
          subject={quantity}
          profiles={profiles}
          prediction={predicted}
          pinned={baselines.map((baseline) => ({
            ...pinStyle(baseline),
            id: baseline.id,
            norms: normsAt(baseline.history, profiles.shown.step, quantity),
          }))}
          read={(layer) => {
            const { name, norm, factor } = say(layer);
            const step = t(texts.stepNumber, { step: formatCount(profiles.shown.step) });
            const expected = predicted?.line[layer - 1];
            return {
              title: `${name} · ${step}`,
              rows: [
                { label: symbol, value: norm },
                { label: t(texts.amplification), value: factor },
                ...(expected === undefined
                  ? []
                  : [{ label: t(texts.meanField), value: formatMeasure(expected) }]),
                ...baselines.map((baseline) => ({
                  label: baseline.name,
                  value: sayNorm(
                    normsAt(baseline.history, profiles.shown.step, quantity)[layer - 1] ?? absent,
                    t,
                  ),
                })),
              ],
            };
          }}
        />
      )}
    </ChartCard>
  );
}

/** How a layer, its norm and its amplification over the output layer are written. */
function sayingOf({ depth, shown }: Profiles, nameOf: LayerNames, t: Translate) {
  const reference = shown.norms.at(-1) ?? absent;
  return (layer: number) => {
    const norm = shown.norms[layer - 1] ?? absent;
    const hasFactor = norm !== absent && reference !== absent;
    return {
      name: nameOf(layer, depth),
      norm: sayNorm(norm, t),
      factor: hasFactor ? formatFactor(norm / reference) : '–',
    };
  };
}

function sayNorm(norm: number, t: Translate): string {
  return norm === absent ? t(texts.notMeasured) : formatMeasure(norm);
}

function summarize(profiles: Profiles, symbol: string, nameOf: LayerNames, t: Translate): string {
  const { depth, shown } = profiles;
  const say = sayingOf(profiles, nameOf, t);
  const places = { symbol, depth, first: say(1).norm, last: say(depth).norm };
  const summary = t(texts.byLayerSummary, { ...places, step: formatCount(shown.step) });
  const broken = shown.norms.filter((norm) => !Number.isFinite(norm)).length;
  return broken > 0 ? `${summary} ${t(texts.brokenLayers, { count: broken })}` : summary;
}

/** Says what is missing and why, else which steps the faint lines are. */
function noteOf({ shown, earlier }: Profiles, quantity: Quantity, t: Translate) {
  const missing = shown.norms.filter((norm) => norm === absent).length;
  if (missing > 0) return t(missingText(quantity, missing === shown.norms.length));
  const steps = earlier.map(({ step }) => formatCount(step)).join(', ');
  return earlier.length > 0 ? t(texts.earlier, { steps }) : undefined;
}

function missingText(quantity: Quantity, isAll: boolean): Localized {
  if (quantity === 'gradB') return isAll ? texts.noBias : texts.noHiddenBias;
  return quantity === 'update' ? texts.noUpdate : texts.nothing;
}
