import { useState } from 'react';
import { shallow } from 'zustand/shallow';
import type { History } from '../../../history/history';
import type { Quantity } from '../../../state/store/app';
import type { EventMark } from '../events/events';
import type { Size } from '../plot/useSize';
import { CellCanvas } from './CellCanvas';
import { CellReadOut, placeOf } from './CellReadOut';
import { gatherColumns } from './columns';
import { HeatMapAxes } from './HeatMapAxes';
import { type CellPlace, layOut, mostColumnsFor } from './layout';
import { useCursor } from './useCursor';

/** What a visit to a cell asks for: its step, and the layer that was looked at. */
export type Visit = (step: number, layer: number) => void;

interface HeatMapProps {
  readonly name: string;
  readonly size: Size;
  readonly history: History;
  /** Tells that the history has changed in place. */
  readonly revision: number;
  readonly quantity: Quantity;
  readonly events: readonly EventMark[];
  readonly onVisit?: Visit | undefined;
}

/** A quantity in every layer at every step as colors: layer 1 on top, step 0 on the left. */
export function HeatMap(props: HeatMapProps) {
  const { name, size, history, revision, quantity, events, onVisit } = props;
  const { depth } = history.shape;
  const lastStep = history.at(history.length - 1, 'step');
  const version = `${revision} ${lastStep}`;
  const columns = useColumns(history, quantity, mostColumnsFor(size.width), version);
  const layout = layOut(size, columns, depth);
  const cellAt = ({ column, layer }: CellPlace) => columns.at(column)[layer - 1];
  const { place, handlers } = useCursor(columns, depth, layout, (visited) => {
    const cell = cellAt(visited);
    if (cell) onVisit?.(cell.step, visited.layer);
  });
  const cell = place && cellAt(place);
  return (
    <div className="heat-map" style={{ ...size }}>
      <div
        className={onVisit ? 'heat-map-cells heat-map-visitable' : 'heat-map-cells'}
        role="application"
        aria-label={name}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keys itself
        tabIndex={0}
        {...handlers}
      >
        <CellCanvas columns={columns} {...layout.plot} />
        <HeatMapAxes {...{ layout, depth, lastStep, events }} cursor={place} />
      </div>
      <div
        className="heat-map-readout"
        role="status"
        style={place ? placeOf(layout.boxOf(place), size) : undefined}
      >
        {place && cell && (
          <CellReadOut
            {...{ cell, depth }}
            layer={place.layer}
            quantity={quantity}
            steps={stepsOf(place.column, columns.size, lastStep)}
          />
        )}
      </div>
    </div>
  );
}

/** The columns of a history, gathered on from those drawn before whenever `version` differs. */
function useColumns(history: History, quantity: Quantity, most: number, version: string) {
  const subject = { history, quantity, most, version };
  const [gathered, keep] = useState(() => ({
    subject,
    columns: gatherColumns(history, quantity, most),
  }));
  if (shallow(gathered.subject, subject)) return gathered.columns;
  const columns = gatherColumns(history, quantity, most, gathered.columns);
  keep({ subject, columns });
  return columns;
}

function stepsOf(column: number, size: number, lastStep: number) {
  return { from: column * size, to: Math.min(lastStep, (column + 1) * size - 1) };
}
