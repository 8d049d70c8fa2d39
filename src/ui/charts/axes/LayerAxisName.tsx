import { usePlotArea } from 'recharts';
import { chartTexts as texts } from '../../../i18n/charts';
import { useTranslate } from '../../../i18n/translate';
import { capHeight, tickStyle } from './tickText';

/** Length that recharts keeps free for the line of a tick, in CSS pixels. */
const tickSize = 6;

interface LayerAxisNameProps {
  /** The margin of the layers' numbers, in CSS pixels. */
  readonly tickMargin: number;
}

/** The name of a horizontal axis of layers, in the corner left of its numbers. */
export function LayerAxisName({ tickMargin }: LayerAxisNameProps) {
  const t = useTranslate();
  const plot = usePlotArea();
  return (
    plot && (
      <text
        {...tickStyle}
        x={plot.x - 8}
        y={plot.y + plot.height + tickSize + tickMargin}
        dy={`${capHeight}em`}
        textAnchor="end"
      >
        {t(texts.layer)}
      </text>
    )
  );
}
