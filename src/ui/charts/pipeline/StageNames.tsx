import { Text } from 'recharts';
import { textWidth, tickStyle } from '../axes/tickText';

/** How the names of stages stand below a plot. */
interface StageNames {
  /** Height of the axis, in CSS pixels. */
  readonly height: number;
  /** Draws the name of a stage, its number being the tick's value. */
  tick(tick: StageTick): React.JSX.Element;
}

interface StageTick {
  readonly x: number | string;
  readonly y: number | string;
  readonly payload: { readonly value: number };
}

/** Degrees by which names slope that have no room side by side. */
const slope = 38;

/** Names of stages side by side, each in the middle of its room, or sloped where one of them has too little. */
export function stageNames(names: readonly string[], room: number): StageNames {
  const longest = Math.max(...names.map(textWidth));
  const isSloped = longest + 6 > room;
  return {
    height: isSloped ? 16 + longest * Math.sin((slope * Math.PI) / 180) : 22,
    tick: ({ x, y, payload }) => (
      <Text
        x={Number(x) + (isSloped ? 4 : 0)}
        y={Number(y)}
        angle={isSloped ? -slope : 0}
        textAnchor={isSloped ? 'end' : 'middle'}
        verticalAnchor="start"
        style={{ fontSize: `${tickStyle.fontSize}px` }}
        fill={tickStyle.fill}
      >
        {names[payload.value]}
      </Text>
    ),
  };
}
