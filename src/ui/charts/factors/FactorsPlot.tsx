import { useId } from 'react';
import type { Factors } from '../../../history/factors';
import { absent } from '../../../history/measures';
import { inspect } from '../../../state/run/actions';
import { extentOf } from '../axes/axis';
import { LayerAxisName } from '../axes/LayerAxisName';
import { layerAt, layerAxisProps, layerDomainOf } from '../axes/layerAxis';
import { mostTicksFor } from '../axes/yAxis';
import { Hatch, NonFiniteMarks } from '../plot/NonFiniteMarks';
import { Plot } from '../plot/Plot';
import { PressArea } from '../plot/PressArea';
import type { Reading } from '../plot/ReadOut';
import type { Size } from '../plot/useSize';
import { stretchesOf } from '../series/trace';
import { FactorMarks } from './FactorMarks';
import { factorAxis } from './factorAxis';
import { PinnedFactorMarks, type PinnedFactors } from './PinnedFactorMarks';

interface FactorsPlotProps {
  readonly name: string;
  readonly size: Size;
  readonly factors: readonly Factors[];
  readonly reached: number;
  readonly inspected: number | null;
  /** The factors of pinned runs at the same step. */
  readonly pinned: readonly PinnedFactors[];
  read(layer: number): Reading;
}

/** Room between the axis and its numbers, so that their name stands clear of the lowest tick, in CSS pixels. */
const tickMargin = 4;

/** The factors of every layer on a logarithmic axis around ×1, the input on the left. */
export function FactorsPlot(props: FactorsPlotProps) {
  const { name, size, factors, reached, inspected, pinned, read } = props;
  const hatch = useId();
  const depth = factors.length;
  const layerDomain = layerDomainOf(depth);
  const values = factors.flatMap(({ weights, activation, skip, total }) => [
    weights,
    activation,
    skip,
    total,
  ]);
  const others = pinned.flatMap((run) => run.factors.map(({ total }) => total));
  const known = [...values, ...others].filter((value) => value !== absent);
  const axis = factorAxis(extentOf(known), mostTicksFor(size.height - 22));
  const stretches = stretchesOf(factors.map(({ layer, total }) => ({ step: layer, value: total })));
  return (
    <Plot
      {...{ name, size, axis, read }}
      places={factors.map(({ layer }) => ({ layer }))}
      at="layer"
      margin={{ top: 8, right: 10 }}
      xAxis={{ ...layerAxisProps(depth, size.width), tickMargin, height: 22 }}
    >
      <Hatch id={hatch} />
      <LayerAxisName tickMargin={tickMargin} />
      <FactorMarks {...{ factors, axis, reached, inspected }} />
      <PinnedFactorMarks {...{ pinned, axis, depth }} />
      <NonFiniteMarks stretches={stretches} axis={axis} hatch={hatch} reach={0.4} />
      <PressArea domain={layerDomain} onPress={(x) => inspect(layerAt(x, depth))} />
    </Plot>
  );
}
