import type { Localized } from '../../../base/localized';
import { absent } from '../../../history/measures';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatCount, formatFactor, formatMeasure } from '../../../i18n/numbers';
import { list, type Translate } from '../../../i18n/translate';
import type { Quantity } from '../../../state/store/app';
import type { PredictedLine } from '../../../theory/prediction';
import type { Table } from '../card/DataTable';
import type { Reading } from '../plot/ReadOut';
import { factorOver, type Profiles } from '../series/norms';
import type { LayerNames } from '../source/useLayerNames';

/** What the chart of norms by layer shows, to be put into words. */
export interface NormsShown {
  readonly symbol: string;
  /** What the norms are compared with. */
  readonly over: Localized;
  readonly profiles: Profiles;
  readonly prediction: PredictedLine | null;
  /** How the prediction is called. */
  readonly predictionName: string;
  /** The same quantity of pinned runs, layer 1 first. */
  readonly pinned: readonly { readonly name: string; readonly norms: readonly number[] }[];
}

/** One layer in numbers, for the read-out. */
export function readingOf(
  shown: NormsShown,
  layer: number,
  nameOf: LayerNames,
  t: Translate,
): Reading {
  const { symbol, over, profiles, prediction, predictionName, pinned } = shown;
  const { name, norm, factor } = say(profiles, layer, nameOf, t);
  const step = t(texts.stepNumber, { step: formatCount(profiles.shown.step) });
  const expected = prediction?.line[layer - 1];
  return {
    title: `${name} · ${step}`,
    rows: [
      { label: symbol, value: norm },
      { label: t(over), value: factor },
      ...(expected === undefined
        ? []
        : [{ label: predictionName, value: formatMeasure(expected) }]),
      ...pinned.map((run) => ({ label: run.name, value: sayNorm(run.norms[layer - 1], t) })),
    ],
  };
}

/** Everything drawn, layer by layer: the norms, what theory says with its band, and pinned runs. */
export function normTable(shown: NormsShown, nameOf: LayerNames, t: Translate): Table {
  const { symbol, over, profiles, prediction, predictionName, pinned } = shown;
  const cell = (value: number | undefined) => (value === undefined ? '–' : formatMeasure(value));
  return {
    columns: [
      t(texts.layer),
      symbol,
      t(over),
      ...(prediction ? [predictionName] : []),
      ...(prediction?.band ? [t(texts.bandFrom), t(texts.bandTo)] : []),
      ...pinned.map(({ name }) => name),
    ],
    rows: profiles.shown.norms.map((_, index) => {
      const { name, norm, factor } = say(profiles, index + 1, nameOf, t);
      const range = prediction?.band?.[index];
      return [
        name,
        norm,
        factor,
        ...(prediction ? [cell(prediction.line[index])] : []),
        ...(prediction?.band ? [cell(range?.low), cell(range?.high)] : []),
        ...pinned.map(({ norms }) => sayNorm(norms[index], t)),
      ];
    }),
  };
}

/** How a prediction is called beside what was measured at a step: it holds at step 0, and some rest on measured slopes. */
export function predictionText(prediction: object | null, step: number): Localized {
  if (prediction && 'fromSlopes' in prediction && prediction.fromSlopes) return texts.fromSlopes;
  return step === 0 ? texts.meanField : texts.theoryAtStart;
}

/** The norms of the first and the last layer in a sentence, and how many are not finite. */
export function summarize(
  { symbol, profiles }: NormsShown,
  nameOf: LayerNames,
  t: Translate,
): string {
  const { depth, shown } = profiles;
  const norm = (layer: number) => say(profiles, layer, nameOf, t).norm;
  const places = { symbol, depth, first: norm(1), last: norm(depth) };
  const summary = t(texts.byLayerSummary, { ...places, step: formatCount(shown.step) });
  const broken = shown.norms.filter((value) => !Number.isFinite(value)).length;
  return broken > 0 ? `${summary} ${t(texts.brokenLayers, { count: broken })}` : summary;
}

/** Says what is missing and why, else which steps the faint lines are. */
export function noteOf({ shown, earlier }: Profiles, quantity: Quantity, t: Translate) {
  const missing = shown.norms.filter((norm) => norm === absent).length;
  if (missing > 0) return t(missingText(quantity, missing === shown.norms.length));
  if (earlier.length === 0) return '';
  const steps = earlier.map(({ step }) => formatCount(step));
  return t(texts.earlier, { count: steps.length, steps: list(steps, t) });
}

function missingText(quantity: Quantity, isAll: boolean): Localized {
  if (quantity === 'gradB') return isAll ? texts.noBias : texts.noHiddenBias;
  return quantity === 'update' ? texts.noUpdate : texts.nothing;
}

/** How a layer, its norm and its amplification are written. */
function say({ depth, shown }: Profiles, layer: number, nameOf: LayerNames, t: Translate) {
  const { reference } = shown;
  const norm = shown.norms[layer - 1] ?? absent;
  return {
    name: nameOf(layer, depth),
    norm: sayNorm(norm, t),
    factor: formatFactor(factorOver(norm, reference)),
  };
}

function sayNorm(norm: number | undefined, t: Translate): string {
  return norm === undefined || norm === absent ? t(texts.notMeasured) : formatMeasure(norm);
}
