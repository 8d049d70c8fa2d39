import { absent } from '../../../history/measures';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatCount, formatFactor, formatMeasure } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import type { Quantity } from '../../../state/app';
import { quantityTexts } from '../quantityTexts';
import { useLayerNames } from '../useLayerNames';
import type { Size } from '../useSize';
import type { Cell } from './cells';
import type { Box } from './layout';

interface CellReadOutProps {
  readonly cell: Cell;
  readonly layer: number;
  readonly depth: number;
  readonly quantity: Quantity;
  /** The steps of the cell's column. */
  readonly steps: { readonly from: number; readonly to: number };
}

/** One cell in numbers: its layer and step, its norm, and what it is compared with. */
export function CellReadOut({ cell, layer, depth, quantity, steps }: CellReadOutProps) {
  const t = useTranslate();
  const { step, norm, reference } = cell;
  const words = quantityTexts[quantity];
  const name = useLayerNames()(layer, depth);
  const isMeasured = norm !== absent;
  const hasFactor = isMeasured && reference !== absent;
  const range = { from: formatCount(steps.from), to: formatCount(steps.to) };
  return (
    <div className="chart-readout">
      <strong>{`${name} · ${t(texts.stepNumber, { step: formatCount(step) })}`}</strong>
      <dl>
        <div>
          <dt>{words.symbol}</dt>
          <dd>{isMeasured ? formatMeasure(norm) : t(texts.notMeasured)}</dd>
        </div>
        <div>
          <dt>{t(words.reference.over)}</dt>
          <dd>{hasFactor ? formatFactor(norm / reference) : '–'}</dd>
        </div>
      </dl>
      {steps.to > steps.from && <small>{t(texts.mostExtreme, range)}</small>}
    </div>
  );
}

/** Room that a read-out takes at the side of a cell, in CSS pixels. */
const roomBeside = 230;

const gap = 12;

/** Stands beside a cell where there is room, else in the other half of the map; never outside of it. */
export function besideCell(cell: Box, { width, height }: Size) {
  const y = cell.y + cell.height / 2;
  const vertical = y > height / 2 ? { top: 0 } : { bottom: 0 };
  const right = cell.x + cell.width;
  if (width - right >= roomBeside) return { ...vertical, left: right + gap };
  if (cell.x >= roomBeside) return { ...vertical, right: width - cell.x + gap };
  const x = cell.x + cell.width / 2;
  return { ...vertical, left: x, transform: `translateX(-${(100 * x) / width}%)` };
}
