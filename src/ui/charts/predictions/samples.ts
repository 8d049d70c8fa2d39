import type { Data } from '../../../experiment/data';
import { resolveColors, themed } from '../colors/palette';

/** The colors of classes, which mean nothing else. */
const classColors = ['var(--class-a)', 'var(--class-b)', 'var(--class-c)'] as const;

/** Outlines that begin at a place beside the sample's, about equally large, in cells of the picture. */
const shapes = [
  { x: -1.3, y: 0, outline: 'a1.3 1.3 0 1 1 2.6 0a1.3 1.3 0 1 1 -2.6 0z' },
  { x: -1.2, y: -1.2, outline: 'h2.4v2.4h-2.4z' },
  { x: 0, y: -1.6, outline: 'l1.6 2.8h-3.2z' },
  { x: 0, y: -1.7, outline: 'l1.7 1.7l-1.7 1.7l-1.7 -1.7z' },
] as const;

type Shape = (typeof shapes)[number];

/** Where a sample lies, in cells of the picture. */
export interface SamplePoint {
  readonly x: number;
  readonly y: number;
}

/** How the mark of a class looks: three colors and four shapes, each in turn, tell twelve classes apart. */
export function lookOf(kind: number): { readonly color: string; readonly shape: Shape } {
  return {
    color: classColors[kind % classColors.length] ?? classColors[0],
    shape: shapes[kind % shapes.length] ?? shapes[0],
  };
}

/** The marks of a class at these places as one path. */
export function marksAt(kind: number, places: readonly SamplePoint[]): string {
  const { x, y, outline } = lookOf(kind).shape;
  return places
    .map((at) => `M${(at.x + x).toFixed(2)} ${(at.y + y).toFixed(2)}${outline}`)
    .join('');
}

/** How many classes the samples are of; 0 where there are none. */
export function classesOf({ task, labels }: Data): number {
  if (labels) return labels.count;
  return task.kind === 'classification' ? task.classes : 0;
}

/** Most samples drawn. */
export const mostPoints = 400;

/** The colors of classes in the theme that the document has right now, as a canvas needs them. */
export const useClassColors = themed(() => resolveColors(classColors));
