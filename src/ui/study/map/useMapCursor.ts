import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { clamp } from '../../../base/clamp';
import { cursorKeys } from '../../charts/plot/cursorKeys';
import type { MapLayout, MapPlace } from './layout';

/**
 * The cell that is read, and a button's handlers: the pointer, the arrow keys, Home and End move, a
 * click or Enter visits, Escape puts the read-out away. A finger reads first and visits at the second
 * touch of the same cell.
 */
export function useMapCursor(layout: MapLayout, visit: (place: MapPlace) => void) {
  const [place, setPlace] = useState<MapPlace | null>(null);
  const [isRead, setRead] = useState(true);

  function placeUnder({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>) {
    const { left, top } = currentTarget.getBoundingClientRect();
    return layout.placeAt(clientX - left, clientY - top);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    setRead(true);
    const move = cursorKeys[event.key];
    if (move) {
      event.preventDefault();
      const [across, down] = move;
      setPlace({
        column: place ? clamp(place.column + across, 0, layout.columns - 1) : 0,
        row: place ? clamp(place.row - down, 0, layout.rows - 1) : 0,
      });
    } else if (event.key === 'Escape') setPlace(null);
  }

  return {
    place,
    handlers: {
      onKeyDown,
      onBlur: () => setPlace(null),
      onPointerDown(event: PointerEvent<HTMLElement>) {
        const under = placeUnder(event);
        const isSame = under?.column === place?.column && under?.row === place?.row;
        setRead(event.pointerType !== 'touch' || isSame);
        setPlace(under);
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        if (event.pointerType !== 'touch') setPlace(placeUnder(event));
      },
      onPointerLeave(event: PointerEvent<HTMLElement>) {
        if (event.pointerType !== 'touch') setPlace(null);
      },
      onClick: () => isRead && place && visit(place),
    },
  };
}
