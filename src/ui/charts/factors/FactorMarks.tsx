import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { type Factors, productTo } from '../../../history/factors';
import type { Axis } from '../axes/axis';
import { amplificationColor, amplificationOf } from '../colors/amplification';
import { isFactor } from './factorAxis';

interface FactorMarksProps {
  readonly factors: readonly Factors[];
  readonly axis: Axis;
  /** The layer that a walk has reached, from the output back; layers before it are faint. */
  readonly reached: number;
  /** The layer looked at closely. */
  readonly inspected: number | null;
}

/**
 * A bar from ×1 to the whole factor of each layer, colored by the amplification reached there, with what
 * the weights, the activation and a skip did to it.
 */
export function FactorMarks({ factors, axis, reached, inspected }: FactorMarksProps) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (!x || !y || !plot) return null;
  const band = plot.width / factors.length;
  const width = Math.min(22, band * 0.7);
  const one = y(axis.place(1).y) ?? plot.y;
  const place = (factor: number) => y(axis.place(factor).y) ?? one;
  return (
    <>
      <line className="factor-one" x1={plot.x} x2={plot.x + plot.width} y1={one} y2={one} />
      {factors.map(({ layer, weights, activation, skip, total }) => {
        const center = x(layer) ?? 0;
        const top = place(total);
        const size = Math.max(1.5, Math.min(3.5, band / 4));
        return (
          <g key={layer} opacity={layer < reached ? 0.2 : 1}>
            {layer === inspected && (
              <rect
                className="factor-inspected"
                x={center - band / 2}
                y={plot.y}
                width={band}
                height={plot.height}
              />
            )}
            {isFactor(total) && (
              <rect
                x={center - width / 2}
                y={Math.min(one, top)}
                width={width}
                height={Math.max(1, Math.abs(one - top))}
                rx={Math.min(2, width / 4)}
                fill={amplificationColor(amplificationOf(productTo(factors, layer), 1))}
                className="factor-bar"
              />
            )}
            {isFactor(skip) && skip !== 1 && (
              <path
                className="factor-skip"
                d={`M${center} ${place(skip) - size - 1}l${size + 1} ${size + 1}l${-size - 1} ${size + 1}l${-size - 1} ${-size - 1}z`}
              />
            )}
            {isFactor(weights) && (
              <circle className="factor-weights" cx={center} cy={place(weights)} r={size} />
            )}
            {isFactor(activation) && layer < factors.length && (
              <path
                className="factor-activation"
                d={`M${center} ${place(activation) + size}l${-size} ${-2 * size}h${2 * size}z`}
              />
            )}
          </g>
        );
      })}
    </>
  );
}
