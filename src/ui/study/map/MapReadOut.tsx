import { fieldOf } from '../../../experiment/schema';
import { mapTexts as texts } from '../../../i18n/map';
import { formatFactor, formatMeasure } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import { useLockedOut } from '../../../state/hooks';
import type { StabilityMap } from '../../../state/maps';
import { cellAt, gridOf } from '../../../study/map/plan';
import { predictorOf } from '../../../study/map/theory';
import type { Box } from '../../charts/heatMap/layout';
import type { Size } from '../../charts/useSize';
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

/** Room that a read-out takes, in CSS pixels. */
const room = { width: 220, height: 120, gap: 10 } as const;

/** Stands beside a cell where there is room, else above or below it; never outside of the map. */
export function besideCell(cell: Box, { width, height }: Size) {
  const right = cell.x + cell.width + room.gap;
  const top = Math.max(0, Math.min(height - room.height, cell.y));
  if (width - right >= room.width) return { top, left: right };
  if (cell.x >= room.width) return { top, right: width - cell.x + room.gap };
  const x = cell.x + cell.width / 2;
  const isLow = cell.y > height / 2;
  return {
    ...(isLow ? { bottom: height - cell.y + room.gap } : { top: cell.y + cell.height + room.gap }),
    left: x,
    transform: `translateX(-${(100 * x) / width}%)`,
  };
}
