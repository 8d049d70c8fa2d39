import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatMeasure } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import { extentOf } from '../axis';
import { evenTicks } from '../linearAxis';
import { decadesOf, logAxis } from '../logAxis';
import { ReadOut } from '../ReadOut';
import { useSize } from '../useSize';
import { mostTicksFor, tickStyle, yAxisProps } from '../yAxis';

/** The singular values of a layer's weight matrix, largest first: the first is the most it can stretch. */
export function Spectrum({ values }: { readonly values: Float64Array | null }) {
  const t = useTranslate();
  const [box, size] = useSize();
  const title = t(texts.singularValues);
  const [largest = 0] = values ?? [];
  const smallest = values?.at(-1) ?? 0;
  const figures = values
    ? t(texts.spectrumFigures, {
        largest: formatMeasure(largest),
        smallest: formatMeasure(smallest),
      })
    : t(texts.noSpectrum);
  const extent = extentOf(values ?? []);
  const axis = logAxis(decadesOf(extent, 2), extent, mostTicksFor(size.height - 20));
  const points = Array.from(values ?? [], (value, index) => ({
    index: index + 1,
    y: axis.place(value).y,
  }));
  return (
    <div className="histogram">
      <h3>{title}</h3>
      <div className="histogram-plot" ref={box}>
        {values && size.width > 0 && size.height > 0 && (
          <LineChart
            {...size}
            data={points}
            margin={{ top: 4, right: 6, bottom: 0, left: 0 }}
            aria-label={`${title}: ${figures}`}
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              dataKey="index"
              type="number"
              domain={[1, Math.max(2, points.length)]}
              ticks={[1, ...evenTicks(points.length, 4).slice(1)].filter(
                (tick) => Number.isInteger(tick) && tick <= points.length,
              )}
              tick={tickStyle}
              axisLine={false}
              tickLine={false}
              height={18}
            />
            <YAxis {...yAxisProps(axis)} width={42} />
            <Line
              dataKey="y"
              stroke="var(--ink)"
              strokeWidth={1.6}
              dot={points.length === 1}
              activeDot={false}
              isAnimationActive={false}
            />
            <ReadOut
              dataKey="index"
              read={(index) => ({
                title: `σ ${index}`,
                rows: [{ label: title, value: formatMeasure(values[index - 1] ?? 0) }],
              })}
            />
          </LineChart>
        )}
      </div>
      <p>{figures}</p>
    </div>
  );
}
