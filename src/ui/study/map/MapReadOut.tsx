import { clamp } from '../../../base/clamp';
import { fieldOf } from '../../../experiment/schema';
import { mapTexts as texts } from '../../../i18n/map';
import { formatFactor, formatMeasure } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import { useLockedOut } from '../../../state/hooks';
import type { StabilityMap } from '../../../state/studies/maps';
import { cellAt, gridOf } from '../../../study/map/plan';
import { predictorOf } from '../../../study/map/theory';
import type { Box } from '../../charts/heatMap/layout';
import { placeBeside } from '../../charts/plot/readOutBeside';
import type { Size } from '../../charts/plot/useSize';
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
  const cell = cellAt(plan, x, y);
  const isRefused = useLockedOut('reason' in cell ? plan.experiment : cell.experiment);
  const predicted = 'reason' in cell ? Number.NaN : predictorOf(plan)(x, y);
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
      <small>{'reason' in cell ? t(cell.reason) : t(isRefused ? texts.locked : texts.load)}</small>
    </div>
  );
}

/** Height that a read-out takes, and what lies between it and a cell above or below, in CSS pixels. */
const room = { height: 120, gap: 12 } as const;

/** Where the read-out of a cell stands: at its height where there is room beside it, else above or below it. */
export function placeOf(cell: Box, { width, height }: Size) {
  const place = placeBeside(cell, width);
  if (!place.transform) return { ...place, top: clamp(cell.y, 0, height - room.height) };
  const isLow = cell.y > height / 2;
  return {
    ...place,
    ...(isLow ? { bottom: height - cell.y + room.gap } : { top: cell.y + cell.height + room.gap }),
  };
}
