import { cos, sin } from '../../base/elementary/trigonometric';
/** A point in the unit square, y down. */
export type Place = readonly [x: number, y: number];

/** A line drawn without lifting the pen. */
export type Stroke = readonly Place[];

/** Part of an ellipse, from one angle to another in turns, clockwise from the right. */
export interface Arc {
  readonly center: Place;
  readonly radii: Place;
  readonly from: number;
  readonly to: number;
}

/** A part of a stroke: a point, or an arc of many. */
export type Piece = Place | Arc;

/** Whether a piece is an arc. */
export function isArc(piece: Piece): piece is Arc {
  return 'center' in piece;
}

function arc(center: Place, radii: Place, from: number, to: number): Arc {
  return { center, radii, from, to };
}

function pointsOf(piece: Piece): readonly Place[] {
  if (!isArc(piece)) return [piece];
  const { center, radii, from, to } = piece;
  const points = 12;
  return Array.from({ length: points + 1 }, (_, index): Place => {
    const angle = 2 * Math.PI * (from + ((to - from) * index) / points);
    return [center[0] + radii[0] * cos(angle), center[1] + radii[1] * sin(angle)];
  });
}

/** How the digits 0 to 9 are drawn, stroke by stroke, in the unit square. */
export const digitDrawings: readonly (readonly (readonly Piece[])[])[] = [
  [[arc([0.5, 0.5], [0.26, 0.4], 0, 1)]],
  [
    [
      [0.32, 0.28],
      [0.55, 0.1],
      [0.55, 0.9],
    ],
  ],
  [[arc([0.5, 0.32], [0.26, 0.22], 0.5, 1.1), [0.24, 0.9], [0.78, 0.9]]],
  [[arc([0.46, 0.3], [0.26, 0.2], 0.58, 1.25), arc([0.46, 0.7], [0.28, 0.2], 0.75, 1.42)]],
  [
    [
      [0.62, 0.9],
      [0.62, 0.1],
      [0.2, 0.65],
      [0.82, 0.65],
    ],
  ],
  [[[0.74, 0.1], [0.3, 0.1], [0.27, 0.45], arc([0.48, 0.65], [0.27, 0.25], 0.7, 1.4)]],
  [[[0.66, 0.1], [0.36, 0.38], arc([0.5, 0.66], [0.25, 0.24], 0.55, 1.55)]],
  [
    [
      [0.22, 0.1],
      [0.78, 0.1],
      [0.42, 0.9],
    ],
  ],
  [[arc([0.5, 0.3], [0.21, 0.2], 0, 1)], [arc([0.5, 0.7], [0.26, 0.2], 0, 1)]],
  [[arc([0.5, 0.34], [0.25, 0.24], 0, 1), [0.74, 0.4], [0.66, 0.9]]],
];

/** The strokes of the digits 0 to 9, in the unit square. */
export const digitStrokes: readonly (readonly Stroke[])[] = digitDrawings.map((strokes) =>
  strokes.map((pieces) => pieces.flatMap(pointsOf)),
);
