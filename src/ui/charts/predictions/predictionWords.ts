import type { Task } from '../../../catalog/datasets/dataset';
import type { Predictions } from '../../../history/inspection';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatMeasure, formatPercent } from '../../../i18n/numbers';
import { list, type Translate } from '../../../i18n/translate';
import type { Table } from '../card/DataTable';

/** Cells of the plane's table in each direction, and rows of the curve's, about. */
const cellsAcross = 8;
const rowsOfCurve = 20;

/** What the picture of predictions is called. */
export function titleOf({ kind }: Predictions, task: Task, t: Translate): string {
  if (kind === 'curve') return t(texts.curveTitle);
  if (kind === 'confusion') return t(texts.confusionTitle);
  return t(task.kind === 'classification' ? texts.planeTitle : texts.surfaceTitle);
}

/** What the picture shows, in a sentence. */
export function summarize(predictions: Predictions, task: Task, t: Translate): string {
  if (predictions.kind === 'confusion') {
    const { classes } = predictions;
    const right = (counts: Uint32Array) => {
      const total = counts.reduce((sum, count) => sum + count, 0);
      const hits = counts.filter((_, cell) => cell % (classes + 1) === 0);
      return total === 0 ? '–' : formatPercent(hits.reduce((sum, count) => sum + count, 0) / total);
    };
    const [training, validation] = [right(predictions.training), right(predictions.validation)];
    return t(texts.confusionSummary, { training, validation });
  }
  const values = predictions.kind === 'curve' ? predictions.y : predictions.values;
  if (predictions.kind === 'plane' && task.kind === 'classification') {
    const shares = Array.from({ length: task.classes }, (_, kind) => {
      const share = values.filter((value) => value === kind).length / values.length;
      return t(texts.classShare, { kind, share: formatPercent(share) });
    });
    return t(texts.planeSummary, { shares: list(shares, t) });
  }
  return t(texts.curveSummary, {
    low: formatMeasure(Math.min(...values)),
    high: formatMeasure(Math.max(...values)),
  });
}

/** The picture in numbers; null for a confusion matrix, which is a table itself. */
export function tableOf(predictions: Predictions, task: Task, t: Translate): Table | null {
  if (predictions.kind === 'confusion') return null;
  if (predictions.kind === 'curve') {
    const { x, y } = predictions;
    const stride = Math.ceil(x.length / rowsOfCurve);
    const points = Array.from(x.keys()).filter((at) => at % stride === 0 || at === x.length - 1);
    return {
      columns: ['x', t(texts.networkOutput)],
      rows: points.map((at) => [formatMeasure(x[at] ?? 0), formatMeasure(y[at] ?? 0)]),
    };
  }
  const { bounds, columns, rows, values, confidence } = predictions;
  const across = spread(columns);
  const cell = (row: number, column: number) => {
    const value = values[row * columns + column] ?? Number.NaN;
    if (task.kind === 'regression') return formatMeasure(value);
    return Number.isNaN(value)
      ? '–'
      : `${value} (${formatPercent(confidence[row * columns + column] ?? 0)})`;
  };
  return {
    columns: [
      t(texts.upAndAcross),
      ...across.map((column) => coordinate(bounds.x, column, columns)),
    ],
    rows: spread(rows)
      .toReversed()
      .map((row) => [
        coordinate(bounds.y, row, rows),
        ...across.map((column) => cell(row, column)),
      ]),
  };
}

/** Cells spread evenly over so many. */
function spread(count: number): readonly number[] {
  return Array.from({ length: cellsAcross }, (_, at) =>
    Math.floor(((at + 0.5) * count) / cellsAcross),
  );
}

function coordinate([low, high]: readonly [number, number], cell: number, cells: number): string {
  return formatMeasure(low + ((cell + 0.5) / cells) * (high - low));
}
