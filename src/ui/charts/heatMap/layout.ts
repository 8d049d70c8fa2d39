import type { Size } from '../plot/useSize';
import type { Columns } from './columns';

/** A cell by its place. */
export interface CellPlace {
  readonly column: number;
  /** From 1. */
  readonly layer: number;
}

/** A rectangle in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where everything of a heat map stands in its box, in CSS pixels. */
export interface Layout {
  /** The cells. */
  readonly plot: Box;
  /** The left edge of a step. */
  x(step: number): number;
  /** The middle of a layer's row. */
  y(layer: number): number;
  /** The box of a cell. */
  boxOf(place: CellPlace): Box;
  /** The cell at a point, if there is one. */
  placeAt(x: number, y: number): CellPlace | null;
}

/** Room around the cells: the layers on the left as wide as the axis of the other charts. */
const margin = { top: 8, right: 10, bottom: 22, left: 60 } as const;

const leastColumn = 2;

/** Most that one column takes of the room there is, so that step 0 alone does not look like a run. */
const mostShare = 1 / 2;

/** Most columns that a box of this width has room for. */
export function mostColumnsFor(width: number): number {
  return Math.max(1, Math.floor((width - margin.left - margin.right) / leastColumn));
}

/** Lays out the columns of a network of a depth; few of them do not fill the box. */
export function layOut(size: Size, { count, size: steps }: Columns, depth: number): Layout {
  const room = Math.max(1, size.width - margin.left - margin.right);
  const plot = {
    x: margin.left,
    y: margin.top,
    width: room * Math.min(1, count * mostShare),
    height: Math.max(1, size.height - margin.top - margin.bottom),
  };
  const column = plot.width / count;
  const row = plot.height / depth;
  return {
    plot,
    x: (step) => plot.x + (step / steps) * column,
    y: (layer) => plot.y + (layer - 0.5) * row,
    boxOf: (place) => ({
      x: plot.x + place.column * column,
      y: plot.y + (place.layer - 1) * row,
      width: column,
      height: row,
    }),
    placeAt(x, y) {
      const place = {
        column: Math.floor((x - plot.x) / column),
        layer: Math.floor((y - plot.y) / row) + 1,
      };
      const isInside = place.column >= 0 && place.column < count;
      return isInside && place.layer >= 1 && place.layer <= depth ? place : null;
    },
  };
}
