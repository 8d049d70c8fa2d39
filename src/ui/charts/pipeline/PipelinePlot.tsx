import { useId } from 'react';
import { Line, ReferenceArea, XAxis, type XAxisProps, ZIndexLayer } from 'recharts';
import { absent } from '../../../history/measures';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatMeasure } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import { type Axis, extentOf } from '../axes/axis';
import { spreadLayers } from '../axes/layerAxis';
import { useLogAxis } from '../axes/useLogAxis';
import { mostTicksFor } from '../axes/yAxis';
import type { PinStyle } from '../colors/pins';
import { rampColor } from '../colors/ramp';
import { Hatch, NonFiniteMarks } from '../plot/NonFiniteMarks';
import { Plot } from '../plot/Plot';
import type { Reading } from '../plot/ReadOut';
import type { Size } from '../plot/useSize';
import { draw, joined, stretchesOf } from '../series/trace';
import { stageNames } from './StageNames';
import type { StagePoint } from './stages';

interface PipelinePlotProps {
  readonly name: string;
  readonly size: Size;
  readonly points: readonly StagePoint[];
  readonly depth: number;
  readonly pinned: readonly PinnedWay[];
}

/** How the gradient of a pinned run's layer 1 goes, at each of the points; `absent` where it has no such stage. */
export interface PinnedWay extends PinStyle {
  readonly id: string;
  readonly name: string;
  readonly norms: readonly number[];
}

/** Most layers drawn. */
const mostLayers = 12;

/** One line per layer over the stages: where lines meet, a stage made layers alike. */
export function PipelinePlot({ name, size, points, depth, pinned }: PipelinePlotProps) {
  const t = useTranslate();
  const hatch = useId();
  const extent = extentOf(
    [...points, ...pinned].flatMap(({ norms }) => norms.filter((norm) => norm !== absent)),
  );
  const names = stageNames(
    points.map(({ short }) => t(short)),
    (size.width - 70) / points.length,
  );
  const axis = useLogAxis(extent, 'pipeline', 4, mostTicksFor(size.height - names.height));
  const last = points.length - 1;
  const firstUpdate = points.findIndex(({ isUpdate }) => isUpdate);
  const lines = spreadLayers(depth, mostLayers).map((layer) => {
    const values = points.map(({ norms }, step) => ({ step, value: norms[layer - 1] ?? 0 }));
    return { layer, values, color: rampColor(layer, depth), drawn: draw(values, axis) };
  });
  const stretches = joined(lines.flatMap(({ values }) => stretchesOf(values)));

  function read(stage: number): Reading | undefined {
    const point = points[stage];
    return (
      point && {
        title: t(point.name),
        rows: [
          ...lines.map(({ layer, color }) => ({
            label: t(texts.layerNumber, { layer }),
            color,
            value: formatMeasure(point.norms[layer - 1] ?? 0),
          })),
          ...pinned.flatMap(({ name: run, color, norms }) => {
            const norm = norms[stage] ?? absent;
            const label = t(texts.pinnedLayer, { name: run, layer: 1 });
            return norm === absent ? [] : [{ label, color, value: formatMeasure(norm) }];
          }),
        ],
      }
    );
  }

  const xAxis: XAxisProps = {
    domain: [-0.5, last + 0.5],
    ticks: points.map((_, stage) => stage),
    tick: names.tick,
    height: names.height,
  };
  return (
    <Plot
      {...{ name, size, axis, read, xAxis }}
      places={points.map((_, stage) => ({ step: stage }))}
      at="step"
      margin={{ top: 8, right: 10 }}
    >
      <Hatch id={hatch} />
      <ReferenceArea
        x1={firstUpdate - 0.5}
        x2={last + 0.5}
        fill="var(--line)"
        fillOpacity={0.45}
        label={{
          value: t(texts.update),
          position: 'insideTopRight',
          fill: 'var(--ink-2)',
          fontSize: 11,
        }}
      />
      <XAxis {...xAxis} xAxisId="lines" dataKey="step" type="number" hide />
      {lines.map(({ layer, color, drawn }) => (
        <Line
          key={layer}
          data={drawn}
          dataKey="y"
          xAxisId="lines"
          stroke={color}
          strokeWidth={layer === 1 || layer === depth ? 2.2 : 1.3}
          type="linear"
          dot={{ r: 2.2, fill: color, strokeWidth: 0 }}
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
      {pinned.map(({ id, norms, color, dash }) => (
        <Line
          key={id}
          data={wayOf(norms, axis)}
          dataKey="y"
          xAxisId="lines"
          stroke={color}
          strokeWidth={1.8}
          strokeDasharray={dash}
          type="linear"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
      <ZIndexLayer zIndex={450}>
        <NonFiniteMarks stretches={stretches} axis={axis} hatch={hatch} reach={0.2} />
      </ZIndexLayer>
    </Plot>
  );
}

function wayOf(norms: readonly number[], axis: Axis) {
  const points = norms.map((value, step) => ({ step, value }));
  return draw(
    points.filter(({ value }) => value !== absent),
    axis,
  );
}
