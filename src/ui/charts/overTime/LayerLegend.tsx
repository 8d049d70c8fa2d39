import type { Trace } from '../series/trace';

/** The layers that have a line, from input to output, by number and color. */
export function LayerLegend({ traces }: { traces: readonly Trace[] }) {
  return (
    <ol className="chart-legend">
      {traces.map(({ id, label, color }) => (
        <li key={id} title={label}>
          <i style={{ background: color }} />
          {id}
        </li>
      ))}
    </ol>
  );
}
