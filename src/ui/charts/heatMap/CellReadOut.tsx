import { absent } from '../../../history/measures';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatCount, formatFactor, formatMeasure } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import type { Quantity } from '../../../state/store/app';
import { placeBeside } from '../plot/readOutBeside';
import type { Size } from '../plot/useSize';
import { factorOver } from '../series/norms';
import { quantityTexts } from '../source/quantityTexts';
import { useLayerNames } from '../source/useLayerNames';
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
          <dd>{formatFactor(factorOver(norm, reference))}</dd>
        </div>
      </dl>
      {steps.to > steps.from && <small>{t(texts.mostExtreme, range)}</small>}
    </div>
  );
}

/** Where the read-out of a cell stands: in the other half of the map. */
export function placeOf(cell: Box, { width, height }: Size) {
  const isLow = cell.y + cell.height / 2 > height / 2;
  return { ...(isLow ? { top: 0 } : { bottom: 0 }), ...placeBeside(cell, width) };
}
