import { binsPerDecade, type Distribution } from '../../../history/inspection';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatMeasure, formatPercent, formatPower } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import { useSize } from '../plot/useSize';

interface HistogramProps {
  readonly title: string;
  readonly distribution: Distribution;
}

const axisHeight = 16;

/** Values by magnitude on a logarithmic axis: positive ones upward, negative ones downward, and in figures. */
export function Histogram({ title, distribution }: HistogramProps) {
  const t = useTranslate();
  const [box, size] = useSize();
  const { min, max, mean, deviation, zeros, nonFinite, count } = distribution;
  const figures = t(texts.figures, {
    min: formatMeasure(min),
    max: formatMeasure(max),
    mean: formatMeasure(mean),
    deviation: formatMeasure(deviation),
  });
  const share = (part: number) => formatPercent(part / count, 1);
  const rest = t(texts.zerosAndBroken, { zeros: share(zeros), broken: share(nonFinite) });
  return (
    <div className="histogram">
      <h3>{title}</h3>
      <div className="histogram-plot" ref={box}>
        {size.width > 0 && size.height > axisHeight && (
          <svg
            width={size.width}
            height={size.height}
            role="img"
            aria-label={`${title}: ${figures}`}
          >
            <Bars {...size} distribution={distribution} />
          </svg>
        )}
      </div>
      <p>{figures}</p>
      <p>{rest}</p>
    </div>
  );
}

function Bars({
  width,
  height,
  distribution,
}: {
  readonly width: number;
  readonly height: number;
  readonly distribution: Distribution;
}) {
  const { positive, negative, firstDecade } = distribution;
  const bins = positive.length;
  if (bins === 0) return null;
  const tallest = Math.max(...positive, ...negative, 1);
  const middle = (height - axisHeight) / 2;
  const bar = width / bins;
  const decades = bins / binsPerDecade;
  const stride = Math.max(1, Math.ceil((34 * decades) / width));
  const ticks = Array.from(
    { length: Math.floor(decades / stride) + 1 },
    (_, tick) => tick * stride,
  );
  const tall = (count: number) => (count === 0 ? 0 : Math.max(1, (count / tallest) * (middle - 2)));
  return (
    <>
      {Array.from(positive.keys()).map((bin) => {
        const up = tall(positive[bin] ?? 0);
        const down = tall(negative[bin] ?? 0);
        return (
          <rect
            key={bin}
            className="histogram-bar"
            x={bin * bar + 0.5}
            y={middle - up}
            width={Math.max(1, bar - 1)}
            height={up + down}
          />
        );
      })}
      <line className="histogram-axis" x1={0} x2={width} y1={middle} y2={middle} />
      {ticks.map((decade) => {
        const x = decade * binsPerDecade * bar;
        const anchor = x < 12 ? 'start' : x > width - 12 ? 'end' : 'middle';
        return (
          <text key={decade} className="histogram-tick" x={x} y={height - 3} textAnchor={anchor}>
            {formatPower(firstDecade + decade)}
          </text>
        );
      })}
    </>
  );
}
