import { lookOf, marksAt, type SamplePoint } from './samples';

interface ClassMarksProps {
  /** The number of the class. */
  readonly kind: number;
  readonly places: readonly SamplePoint[];
  /** What the pointer reads there. */
  readonly name?: string | undefined;
}

/** The marks of the samples of a class, whose shape and color tell it, as one path. */
export function ClassMarks({ kind, places, name }: ClassMarksProps) {
  return (
    <path className="plane-point" style={{ fill: lookOf(kind).color }} d={marksAt(kind, places)}>
      {name && <title>{name}</title>}
    </path>
  );
}
