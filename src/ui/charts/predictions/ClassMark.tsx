import { lookOf } from './samples';

interface ClassMarkProps {
  /** The number of the class. */
  readonly kind: number;
  readonly x?: number;
  readonly y?: number;
  /** What the pointer reads there. */
  readonly name?: string | undefined;
}

/** The mark of a sample: shape and color tell its class. */
export function ClassMark({ kind, x = 0, y = 0, name }: ClassMarkProps) {
  const { color, shape } = lookOf(kind);
  return (
    <path
      className="plane-point"
      style={{ fill: color }}
      d={shape}
      transform={`translate(${x} ${y})`}
    >
      {name && <title>{name}</title>}
    </path>
  );
}
