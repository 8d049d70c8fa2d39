import { type ReactNode, useId } from 'react';
import { ReferenceLine, ZIndexLayer } from 'recharts';
import type { Point } from '../../../history/decimate';
import type { History } from '../../../history/history';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatCount } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import type { Axis } from '../axes/axis';
import { evenTicks } from '../axes/linearAxis';
import { EventMarks } from '../events/EventMarks';
import type { EventMark } from '../events/events';
import { Hatch, NonFiniteMarks } from '../plot/NonFiniteMarks';
import { Plot } from '../plot/Plot';
import { PressArea } from '../plot/PressArea';
import type { Reading } from '../plot/ReadOut';
import { Stroke } from '../plot/Stroke';
import type { Size } from '../plot/useSize';
import { draw, joined, latest, spreadRecords, stretchesOf, type Trace } from '../series/trace';
import { useNavigation } from '../source/source';
import { EndLabels } from './EndLabels';
import { LoneMarks } from './LoneMarks';

/** What is drawn over the steps of a run, and into which box. */
export interface TimePlotProps {
  readonly name: string;
  readonly size: Size;
  readonly history: History;
  readonly traces: readonly Trace[];
  readonly events: readonly EventMark[];
  /** Room for the labels at the right end, in CSS pixels. */
  readonly labelWidth: number;
  format(value: number): string;
}

/** Lines over the steps of a run, from step 0, with events, a read-out and marks for what is not finite. */
export function TimePlot(props: TimePlotProps & { axis: Axis; children?: ReactNode }) {
  const { name, size, history, traces, axis, events, labelWidth, format, children } = props;
  const t = useTranslate();
  const { viewed, visit } = useNavigation();
  const hatch = useId();
  const newest = history.length - 1;
  const ends = traces.map(({ points }) => points.at(-1)?.step ?? 0);
  const lastStep = Math.max(1, history.at(newest, 'step'), ...ends);
  const records = spreadRecords(history.length).map((index) => ({
    index,
    step: history.at(index, 'step'),
  }));
  const drawn = traces.map((trace) => ({ ...trace, points: draw(trace.points, axis) }));
  const lines = drawn.filter(({ points }) => points.length > 1);
  const stretches = joined(traces.flatMap(({ points }) => stretchesOf(points)));

  function say(point: Point, step: number): string {
    const value = format(point.value);
    if (point.step === step) return value;
    return t(texts.atStep, { value, step: formatCount(point.step) });
  }

  function read(step: number): Reading | undefined {
    const record = records.find((candidate) => candidate.step === step);
    if (!record) return undefined;
    const rows = traces.map((trace) => {
      const point = latest(history, trace, record.index);
      return { label: trace.label, color: trace.color, value: point ? say(point, step) : '–' };
    });
    return { title: t(texts.stepNumber, { step: formatCount(step) }), rows };
  }

  return (
    <Plot
      {...{ name, size, axis, read }}
      places={records}
      at="step"
      margin={{ top: 8, right: labelWidth }}
      xAxis={{
        domain: [0, lastStep],
        ticks: evenTicks(lastStep, size.width / 90).filter(
          (step) => Number.isInteger(step) && step <= lastStep,
        ),
        tickFormatter: (step: number) =>
          step === 0 ? t(texts.stepNumber, { step }) : formatCount(step),
        allowDataOverflow: true,
        height: 22,
      }}
    >
      <Hatch id={hatch} />
      {children}
      <EventMarks marks={events} />
      {viewed !== null && <ReferenceLine x={viewed} stroke="var(--accent)" strokeWidth={1.5} />}
      {lines.map(({ id, color, width, dash, points }) => (
        <Stroke
          key={id}
          points={points.map(({ step, y }) => ({ x: step, y }))}
          color={color}
          width={width}
          dash={dash}
        />
      ))}
      <ZIndexLayer zIndex={450}>
        <LoneMarks lines={drawn} />
        <NonFiniteMarks stretches={stretches} axis={axis} hatch={hatch} reach={0} />
        <EndLabels traces={traces} axis={axis} />
      </ZIndexLayer>
      <PressArea domain={[0, lastStep]} onPress={(x) => visit(Math.round(x))} />
    </Plot>
  );
}
