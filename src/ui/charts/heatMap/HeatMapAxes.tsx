import { chartTexts as texts } from '../../../i18n/charts';
import { formatCount } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import { layerTicks } from '../axes/layerAxis';
import { evenTicks } from '../axes/linearAxis';
import { textWidth, tickStyle } from '../axes/tickText';
import { labelEvents } from '../events/eventLabels';
import type { EventMark } from '../events/events';
import { useNavigation } from '../source/source';
import { CursorMark } from './CursorMark';
import type { CellPlace, Layout } from './layout';

interface HeatMapAxesProps {
  readonly layout: Layout;
  readonly depth: number;
  readonly lastStep: number;
  readonly events: readonly EventMark[];
  readonly cursor: CellPlace | null;
}

/** Least distance of two labels, in CSS pixels. */
const layerGap = 26;
const stepGap = 90;

/** How far the last step's label may reach beyond the cells, in CSS pixels. */
const overhang = 6;

/** Everything drawn over the cells: layers, steps, the steps where a setting was changed, the cursor. */
export function HeatMapAxes({ layout, depth, lastStep, events, cursor }: HeatMapAxesProps) {
  const t = useTranslate();
  const { viewed } = useNavigation();
  const { plot, x, y } = layout;
  const right = plot.x + plot.width;
  const bottom = plot.y + plot.height;
  const labeled = labelEvents(events, x, right);
  const steps = evenTicks(lastStep, Math.max(2, plot.width / stepGap))
    .filter((step) => Number.isInteger(step) && step <= lastStep)
    .map((step) => {
      const label = step === 0 ? t(texts.stepNumber, { step }) : formatCount(step);
      const half = textWidth(label) / 2;
      return { step, label, half, at: Math.min(x(step + 0.5), right + overhang - half) };
    })
    .filter(({ at, half }) =>
      labeled.every(({ from, to }) => at + half + 4 < from || at - half - 4 > to),
    );
  return (
    <svg aria-hidden="true">
      {layerTicks(depth, Math.max(2, plot.height / layerGap)).map((layer) => (
        <text
          key={layer}
          {...tickStyle}
          x={plot.x - 8}
          y={y(layer)}
          dominantBaseline="central"
          textAnchor="end"
        >
          {layer === 1 ? t(texts.layerNumber, { layer }) : layer}
        </text>
      ))}
      {steps.map(({ step, at, label }) => (
        <text key={step} {...tickStyle} x={at} y={bottom + 15} textAnchor="middle">
          {label}
        </text>
      ))}
      <g className="heat-map-event">
        {events.map(({ step }) => (
          <line key={step} x1={x(step)} x2={x(step)} y1={plot.y - 4} y2={bottom + 6} />
        ))}
        {labeled.map(({ text, at }) => (
          <text key={text} x={at} y={bottom + 15} textAnchor="middle">
            {text}
          </text>
        ))}
      </g>
      {viewed !== null && (
        <line
          className="viewed-step"
          x1={x(viewed + 0.5)}
          x2={x(viewed + 0.5)}
          y1={plot.y - 4}
          y2={bottom + 4}
        />
      )}
      {cursor && <CursorMark plot={plot} box={layout.boxOf(cursor)} />}
    </svg>
  );
}
