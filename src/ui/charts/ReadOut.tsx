import { useActiveTooltipLabel } from 'recharts';

/** What a chart says about one place on its horizontal axis. */
export interface Reading {
  readonly title: string;
  readonly rows: readonly {
    readonly label: string;
    readonly value: string;
    readonly color?: string;
  }[];
}

/** The numbers under the pointer or the arrow keys, as the content of a tooltip. */
export function ReadOut({ read }: { read(x: number): Reading | undefined }) {
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
