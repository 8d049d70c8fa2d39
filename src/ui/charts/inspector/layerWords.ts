import type { History } from '../../../history/history';
import { absent, type LayerMeasure } from '../../../history/measures';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatMeasure, formatPercent } from '../../../i18n/numbers';
import type { Translate } from '../../../i18n/translate';
import type { TensorNames } from './formula';

/** What else is measured of a layer at every step. */
export function sharesOf(
  history: History,
  index: number,
  layer: number,
  { trained, activation }: TensorNames,
  t: Translate,
): string {
  const at = (measure: LayerMeasure) => history.layerAt(index, measure, layer);
  const parts: readonly (readonly [string, number, (value: number) => string])[] = [
    [`‖${trained}‖`, at('weight'), formatMeasure],
    [t(texts.slope), at('slope'), formatMeasure],
    [`RMS(${activation})`, at('actRms'), formatMeasure],
    [t(texts.dead), at('dead'), formatPercent],
    [t(texts.saturated), at('saturated'), formatPercent],
  ];
  return parts
    .filter(([, value]) => value !== absent)
    .map(([name, value, write]) => `${name} ${write(value)}`)
    .join(' · ');
}
