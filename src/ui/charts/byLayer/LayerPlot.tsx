import { useId } from 'react';
import { absent } from '../../../history/measures';
import type { PredictedLine } from '../../../theory/prediction';
import { type Axis, extentOf } from '../axes/axis';
import { LayerAxisName } from '../axes/LayerAxisName';
import { layerAt, layerAxisProps, layerDomainOf } from '../axes/layerAxis';
import { useLogAxis } from '../axes/useLogAxis';
import { mostTicksFor } from '../axes/yAxis';
import { amplificationColor, amplificationOf } from '../colors/amplification';
import type { PinStyle } from '../colors/pins';
import { Hatch, NonFiniteMarks } from '../plot/NonFiniteMarks';
import { Plot } from '../plot/Plot';
import { PressArea } from '../plot/PressArea';
import type { Reading } from '../plot/ReadOut';
import { Stroke } from '../plot/Stroke';
import type { Size } from '../plot/useSize';
import type { Profile, Profiles } from '../series/norms';
import { draw, stretchesOf } from '../series/trace';
import { useNavigation } from '../source/source';
import { LayerMarks, stripHeight } from './LayerMarks';
import { PredictionMarks } from './PredictionMarks';

interface LayerPlotProps {
  readonly name: string;
  readonly size: Size;
  readonly profiles: Profiles;
  /** What theory says of these norms, if it does. */
  readonly prediction: PredictedLine | null;
  readonly predictionName: string;
  /** The same quantity of pinned runs, layer 1 first. */
  readonly pinned: readonly (PinStyle & {
    readonly id: string;
    readonly norms: readonly number[];
  })[];
  /** What is drawn; the axis starts anew when it changes. */
  readonly subject: string;
  read(layer: number): Reading;
}

/** Room between the axis and its numbers, for the strip of cells, in CSS pixels. */
const tickMargin = stripHeight + 4;

/** Height of the horizontal axis with the strip of cells, in CSS pixels. */
const axisHeight = stripHeight + 20;

/** Fewest decades on the axis, so that a flat profile looks flat. */
const leastDecades = 4;

/** Norms over layers: the shown profile with its marks, and the earlier ones as faint lines. */
export function LayerPlot(props: LayerPlotProps) {
  const { name, size, profiles, prediction, predictionName, pinned, subject, read } = props;
  const hatch = useId();
  const { inspect } = useNavigation();
  const { depth, shown, earlier } = profiles;
  const measured = [shown, ...earlier, ...pinned].flatMap(({ norms }) => norms.filter(isMeasured));
  const ticks = mostTicksFor(size.height - axisHeight);
  const layerDomain = layerDomainOf(depth);
  const axis = useLogAxis(
    extentOf([...measured, ...(prediction?.line ?? [])]),
    subject,
    leastDecades,
    ticks,
  );
  const marks = marksOf(shown, axis);
  const line = marks.map(({ layer, kind, y }) => ({
    x: layer,
    y: kind === 'finite' || kind === 'zero' ? y : null,
  }));
  const stretches = stretchesOf(shown.norms.map((value, index) => ({ step: index + 1, value })));

  return (
    <Plot
      {...{ name, size, axis, read }}
      places={marks}
      at="layer"
      margin={{ top: 10, right: 10 }}
      xAxis={{
        ...layerAxisProps(depth, size.width),
        tickMargin,
        height: axisHeight,
      }}
    >
      <Hatch id={hatch} />
      <LayerAxisName tickMargin={tickMargin} />
      {earlier.map(({ step, norms }) => (
        <Stroke
          key={step}
          points={lineOf(norms, axis)}
          color="var(--ink-2)"
          width={1}
          opacity={0.35}
        />
      ))}
      {pinned.map(({ id, norms, color, dash }) => (
        <Stroke
          key={id}
          points={lineOf(norms.slice(0, depth), axis)}
          color={color}
          width={1.8}
          dash={dash}
        />
      ))}
      {prediction && <PredictionMarks prediction={prediction} name={predictionName} axis={axis} />}
      <LayerMarks marks={marks} axis={axis} hatch={hatch} />
      <Stroke points={line} color="var(--ink)" width={1.6} opacity={0.6} />
      <NonFiniteMarks stretches={stretches} axis={axis} hatch={hatch} reach={0.4} />
      {inspect && (
        <PressArea
          domain={layerDomain}
          below={stripHeight}
          onPress={(x) => inspect(layerAt(x, depth))}
        />
      )}
    </Plot>
  );
}

function isMeasured(norm: number): boolean {
  return norm !== absent;
}

function lineOf(norms: readonly number[], axis: Axis) {
  const points = norms.map((value, index) => ({ step: index + 1, value }));
  return draw(
    points.filter(({ value }) => isMeasured(value)),
    axis,
  ).map(({ step, y }) => ({
    x: step,
    y,
  }));
}

function marksOf({ norms, reference }: Profile, axis: Axis) {
  return norms.map((norm, index) => {
    const { y, kind } = axis.place(norm);
    return {
      layer: index + 1,
      y,
      kind: isMeasured(norm) ? kind : ('absent' as const),
      color: amplificationColor(amplificationOf(norm, reference)),
    };
  });
}
