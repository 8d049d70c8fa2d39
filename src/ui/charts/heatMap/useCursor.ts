import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { clamp } from '../../../base/clamp';
import { cursorKeys } from '../plot/cursorKeys';
import type { Columns } from './columns';
import type { CellPlace, Layout } from './layout';

/** Under the pointer a point stays where it is, with the keys a step and a layer do. */
type Cursor =
  | { readonly by: 'pointer'; readonly x: number; readonly y: number }
  | { readonly by: 'keys'; readonly step: number; readonly layer: number };

/**
 * The cell that is read, and the handlers that move to another: the pointer, the arrow keys, Home and
 * End; Enter or a click visits it, Escape puts the read-out away.
 */
export function useCursor(columns: Columns, depth: number, layout: Layout, visit: Visit) {
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const place = placeOf(cursor, columns, depth, layout);
  const start = { column: columns.count - 1, layer: 1 };

  function moveTo(column: number, layer: number) {
    const step = columns.size * clamp(column, 0, columns.count - 1);
    setCursor({ by: 'keys', step, layer: clamp(layer, 1, depth) });
  }

  function follow(event: PointerEvent<HTMLElement>) {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    setCursor({ by: 'pointer', x: event.clientX - left, y: event.clientY - top });
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const move = cursorKeys[event.key];
    if (move) {
      const [across, down] = move;
      const { column, layer } = place ?? start;
      event.preventDefault();
      moveTo(column + across, layer + down);
    } else if (event.key === 'Enter' && place) visit(place);
    else if (event.key === 'Escape') setCursor(null);
  }

  return {
    place,
    handlers: {
      onKeyDown,
      onFocus(event: { readonly currentTarget: Element }) {
        if (event.currentTarget.matches(':focus-visible')) moveTo(start.column, start.layer);
      },
      onBlur: () => setCursor(null),
      onPointerDown: follow,
      onPointerMove: follow,
      onPointerLeave(event: PointerEvent) {
        if (event.pointerType !== 'touch') setCursor(null);
      },
      onClick: () => place && visit(place),
    },
  };
}

type Visit = (place: CellPlace) => void;

function placeOf(cursor: Cursor | null, columns: Columns, depth: number, layout: Layout) {
  if (!cursor) return null;
  if (cursor.by === 'pointer') return layout.placeAt(cursor.x, cursor.y);
  const column = clamp(Math.floor(cursor.step / columns.size), 0, columns.count - 1);
  return { column, layer: clamp(cursor.layer, 1, depth) };
}
