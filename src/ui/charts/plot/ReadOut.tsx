import { Line, Tooltip, useActiveTooltipLabel } from 'recharts';

/** What a chart says about one place on its horizontal axis. */
export interface Reading {
  readonly title: string;
  readonly rows: readonly {
    readonly label: string;
    readonly value: string;
    readonly color?: string;
  }[];
}

interface ReadOutProps {
  /** The key of the places in the chart's data. */
  readonly at: string;
  read(x: number): Reading | undefined;
}

/**
 * The numbers under the pointer or the arrow keys; Escape hides them. recharts shows a tooltip only where it has drawn a line
 * of its own, so an unseen one goes with it.
 */
export function ReadOut({ at, read }: ReadOutProps) {
  return (
    <>
      <Line
        dataKey={at}
        stroke="none"
        dot={false}
        activeDot={false}
        legendType="none"
        isAnimationActive={false}
      />
      <Tooltip
        content={<Numbers read={read} />}
        cursor={{ stroke: 'var(--ink-2)', strokeDasharray: '3 3' }}
        isAnimationActive={false}
      />
    </>
  );
}

function Numbers({ read }: Pick<ReadOutProps, 'read'>) {
  const x = useActiveTooltipLabel();
  const reading = x === undefined ? undefined : read(Number(x));
  if (!reading) return null;
  return (
    <div className="chart-readout" role="status">
      <strong>{reading.title}</strong>
      <dl>
        {reading.rows.map(({ label, value, color }) => (
          <div key={label}>
            <dt>
              {color && <i style={{ background: color }} />}
              {label}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
