import { factorsAt } from '../../../history/factors';
import type { History } from '../../../history/history';
import { absent, type LayerMeasure } from '../../../history/measures';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatFactor, formatMeasure } from '../../../i18n/numbers';
import type { Translate } from '../../../i18n/translate';
import { subscript, type TensorNames } from './formula';

/** The chain rule through a layer in numbers. */
export function chainOf(history: History, index: number, layer: number, t: Translate): string {
  const factors = factorsAt(history, index)[layer - 1];
  const isOutput = layer === history.shape.depth;
  const arriving = history.layerAt(index, isOutput ? 'gradZ' : 'gradH', layer);
  if (!factors) return '';
  const from = isOutput ? `‖δ${subscript(layer)}‖` : `‖∂L/∂h${subscript(layer)}‖`;
  const activation = isOutput
    ? ''
    : ` · ${formatFactor(factors.activation)} (${t(texts.activationFactor)})`;
  const skip =
    history.layerAt(index, 'gradBranch', layer) === absent
      ? ''
      : ` · ${formatFactor(factors.skip)} (${t(texts.skipFactor)})`;
  return (
    `‖∂L/∂h${subscript(layer - 1)}‖ = ${from} ${formatMeasure(arriving)}${activation}` +
    ` · ${formatFactor(factors.weights)} (${t(texts.weightsFactor)})${skip}` +
    ` = ${formatMeasure(history.layerAt(index, 'gradH', layer - 1))}`
  );
}

/** What else is measured of a layer at every step. */
export function sharesOf(
  history: History,
  index: number,
  layer: number,
  { trained }: TensorNames,
  t: Translate,
): string {
  const at = (measure: LayerMeasure) => history.layerAt(index, measure, layer);
  const share = (value: number) => `${(100 * value).toFixed(0)} %`;
  const parts: readonly (readonly [string, number, (value: number) => string])[] = [
    [`‖${trained}‖`, at('weight'), formatMeasure],
    [t(texts.slope), at('slope'), formatMeasure],
    ['RMS(h)', at('actRms'), formatMeasure],
    [t(texts.dead), at('dead'), share],
    [t(texts.saturated), at('saturated'), share],
  ];
  return parts
    .filter(([, value]) => value !== absent)
    .map(([name, value, write]) => `${name} ${write(value)}`)
    .join(' · ');
}
