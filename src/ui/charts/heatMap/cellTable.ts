import type { History } from '../../../history/history';
import { absent } from '../../../history/measures';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatCount, formatMeasure } from '../../../i18n/numbers';
import type { Translate } from '../../../i18n/translate';
import type { Quantity } from '../../../state/store/app';
import type { Table } from '../card/DataTable';
import { normAt } from '../series/norms';
import type { LayerNames } from '../source/useLayerNames';

/** Most steps spread over the run that the table holds. */
const mostSteps = 8;

/** A quantity in every layer, at steps spread over the run from the first to the last, and at the step viewed. */
export function cellTable(
  history: History,
  quantity: Quantity,
  viewed: number | null,
  nameOf: LayerNames,
  t: Translate,
): Table {
  const { depth } = history.shape;
  const stride = (history.length - 1) / (mostSteps - 1);
  const spread = Array.from({ length: mostSteps }, (_, index) => Math.round(index * stride));
  const looked = viewed === null ? [] : [history.indexOf(viewed)];
  const records = [...new Set([...spread, ...looked])].sort((a, b) => a - b);
  const cell = (norm: number) => (norm === absent ? '–' : formatMeasure(norm));
  return {
    columns: [
      t(texts.layer),
      ...records.map((index) =>
        t(texts.stepNumber, { step: formatCount(history.at(index, 'step')) }),
      ),
    ],
    rows: Array.from({ length: depth }, (_, offset) => [
      nameOf(offset + 1, depth),
      ...records.map((index) => cell(normAt(history, index, quantity, offset + 1))),
    ]),
  };
}
