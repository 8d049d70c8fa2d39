import type { XAxisTickContentProps, YAxisTickContentProps } from 'recharts';

/** How the ticks of every chart are written. */
export const tickStyle = { fill: 'var(--ink-2)', fontSize: 11 } as const;

/** Height of a capital letter, by which a text stands below its place, as a share of the font's size. */
export const capHeight = 0.71;

/** Writes a tick as one line of text; recharts' own words measure themselves, which moves the whole page's layout. */
export function tickText(tick: XAxisTickContentProps | YAxisTickContentProps) {
  const { x, y, payload, index, textAnchor, tickFormatter } = tick;
  const isBeside = tick.orientation === 'left' || tick.orientation === 'right';
  return (
    <text
      {...tickStyle}
      x={x}
      y={y}
      dy={`${isBeside ? capHeight / 2 : capHeight}em`}
      textAnchor={textAnchor}
    >
      {tickFormatter ? tickFormatter(payload.value, index) : payload.value}
    </text>
  );
}

/** About how wide a text is at the size of ticks: CJK characters are twice as wide as others. */
export function textWidth(label: string): number {
  return [...label].reduce((sum, character) => sum + (character >= '\u2e80' ? 11 : 5.8), 0);
}
