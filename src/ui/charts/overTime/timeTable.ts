import type { History } from '../../../history/history';
import { absent } from '../../../history/measures';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatCount } from '../../../i18n/numbers';
import type { Translate } from '../../../i18n/translate';
import type { Table } from '../card/DataTable';
import { spreadRecords, type Trace } from '../series/trace';

/** The values of lines by step, newest first; a dash stands where nothing was measured. */
export function timeTable(
  history: History,
  traces: readonly Trace[],
  format: (value: number) => string,
  t: Translate,
): Table {
  const cell = (value: number) => (value === absent ? '–' : format(value));
  return {
    columns: [t(texts.step), ...traces.map(({ label }) => label)],
    rows: spreadRecords(history.length)
      .toReversed()
      .map((index) => [
        formatCount(history.at(index, 'step')),
        ...traces.map(({ value }) => cell(value(index))),
      ]),
  };
}
