import type { ReactNode } from 'react';
import { LineChart, XAxis, type XAxisProps, YAxis } from 'recharts';
import { StagedChildren } from '../../layout/StagedChildren';
import type { Axis } from '../axes/axis';
import { GridLines } from '../axes/GridLines';
import { tickText } from '../axes/tickText';
import { yAxisProps } from '../axes/yAxis';
import { type Reading, ReadOut } from './ReadOut';
import type { Size } from './useSize';

interface PlotProps {
  /** What the plot shows, for those who do not see it. */
  readonly name: string;
  readonly size: Size;
  /** The places on the horizontal axis that can be read out, under the key `at`. */
  readonly places: readonly { readonly [key: string]: unknown }[];
  readonly at: string;
  /** Room at the upper and the right edge, in CSS pixels. */
  readonly margin: { readonly top: number; readonly right: number };
  readonly xAxis: XAxisProps;
  readonly axis: Axis;
  /** Width of the vertical axis, in CSS pixels. */
  readonly axisWidth?: number;
  read(x: number): Reading | undefined;
  /** The marks. */
  readonly children: ReactNode;
}

/**
 * Marks between a horizontal and a vertical axis, with the numbers under the pointer. The first one comes in stages, for what
 * recharts does for the first time takes longest of all that the page does.
 */
export function Plot(props: PlotProps) {
  const { name, size, places, at, margin, xAxis, axis, axisWidth = 60, read, children } = props;
  return (
    <LineChart {...size} data={places} margin={{ bottom: 0, left: 0, ...margin }} aria-label={name}>
      <StagedChildren kind="plot">
        <Axes {...{ at, xAxis, axis, axisWidth }} />
        <GridLines axis={axis} />
        {children}
        <ReadOut at={at} read={read} />
      </StagedChildren>
    </LineChart>
  );
}

/** Both at once: each takes room from the other. */
function Axes({
  at,
  xAxis,
  axis,
  axisWidth,
}: Required<Pick<PlotProps, 'at' | 'xAxis' | 'axis' | 'axisWidth'>>) {
  return (
    <>
      <XAxis
        dataKey={at}
        type="number"
        tick={tickText}
        interval={0}
        axisLine={false}
        tickLine={false}
        {...xAxis}
      />
      <YAxis {...yAxisProps(axis)} width={axisWidth} />
    </>
  );
}
