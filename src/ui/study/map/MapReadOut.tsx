import { useMemo } from 'react';
import { fieldOf } from '../../../experiment/schema';
import { mapTexts as texts } from '../../../i18n/map';
import { formatFactor, formatMeasure } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import type { StabilityMap } from '../../../state/maps';
import { cellAt, gridOf } from '../../../study/map/plan';
import { predictorOf } from '../../../study/map/theory';
import { measureName } from './picture';
import { sayCell } from './say';

interface MapReadOutProps {
  readonly map: StabilityMap;
  readonly column: number;
  readonly row: number;
}

/** One cell in numbers: its settings, what was measured, what theory says, or why it cannot be. */
export function MapReadOut({ map, column, row }: MapReadOutProps) {
  const t = useTranslate();
  const { plan } = map;
  const { xs, ys } = gridOf(plan);
  const [x = 0, y = 0] = [xs[column], ys[row]];
  const predict = useMemo(() => predictorOf(plan), [plan]);
  const predicted = useMemo(() => predict(x, y), [predict, x, y]);
  const cell = cellAt(plan, x, y);
  const rows = [
    [t(fieldOf(plan.x.key).label), formatMeasure(x)],
    [t(fieldOf(plan.y.key).label), formatMeasure(y)],
    [t(texts[measureName(plan)]), sayCell(map, row * xs.length + column, t)],
    [t(texts.theory), Number.isNaN(predicted) ? '–' : formatFactor(predicted)],
  ] as const;
  return (
    <div className="chart-readout">
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <small>{'reason' in cell ? t(cell.reason) : t(texts.load)}</small>
    </div>
  );
}
