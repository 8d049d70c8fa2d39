import { useLogAxis } from '../axes/useLogAxis';
import { mostTicksFor } from '../axes/yAxis';
import { extentOfTraces } from '../series/trace';
import { TimePlot, type TimePlotProps } from './TimePlot';

interface LogTimePlotProps extends TimePlotProps {
  /** What is drawn; the axis starts anew when it changes. */
  readonly subject: string;
  /** Fewest decades on the axis. */
  readonly leastDecades: number;
}

/** Lines over the steps of a run on a logarithmic axis that stays steady while values wander. */
export function LogTimePlot({ subject, leastDecades, ...plot }: LogTimePlotProps) {
  const ticks = mostTicksFor(plot.size.height);
  const axis = useLogAxis(extentOfTraces(plot.traces), subject, leastDecades, ticks);
  return <TimePlot {...plot} axis={axis} />;
}
