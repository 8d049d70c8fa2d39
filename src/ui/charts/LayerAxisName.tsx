import { usePlotArea } from 'recharts';
import { chartTexts as texts } from '../../i18n/charts';
import { useTranslate } from '../../i18n/translate';
import { tickStyle } from './tickText';

interface LayerAxisNameProps {
  /** Distance of the layers' numbers from the plot, in CSS pixels. */
  readonly below: number;
}

/** The name of a horizontal axis of layers, in the corner left of its numbers. */
export function LayerAxisName({ below }: LayerAxisNameProps) {
  const t = useTranslate();
  const plot = usePlotArea();
  return (
    plot && (
      <text {...tickStyle} x={plot.x - 8} y={plot.y + plot.height + below} textAnchor="end">
        {t(texts.layer)}
      </text>
    )
  );
}
