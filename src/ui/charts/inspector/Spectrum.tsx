import { Line } from 'recharts';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatMeasure } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import { extentOf } from '../axes/axis';
import { evenTicks } from '../axes/linearAxis';
import { decadesOf, logAxis } from '../axes/logAxis';
import { mostTicksFor } from '../axes/yAxis';
import { Plot } from '../plot/Plot';
import { useSize } from '../plot/useSize';

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
          <Plot
            {...{ size, axis }}
            name={`${title}: ${figures}`}
            places={points}
            at="index"
            margin={{ top: 4, right: 10 }}
            xAxis={{
              domain: [1, Math.max(2, points.length)],
              ticks: [1, ...evenTicks(points.length, 4).slice(1)].filter(
                (tick) => Number.isInteger(tick) && tick <= points.length,
              ),
              height: 18,
            }}
            axisWidth={42}
            read={(index) => ({
              title: `σ ${index}`,
              rows: [{ label: title, value: formatMeasure(values[index - 1] ?? 0) }],
            })}
          >
            <Line
              dataKey="y"
              stroke="var(--ink)"
              strokeWidth={1.6}
              dot={points.length === 1}
              activeDot={false}
              isAnimationActive={false}
            />
          </Plot>
        )}
      </div>
      <p>{figures}</p>
    </div>
  );
}
