import type { MouseEvent } from 'react';
import { usePlotArea, ZIndexLayer } from 'recharts';

interface PressAreaProps {
  /** What the horizontal axis spans. */
  readonly domain: readonly [number, number];
  /** Room below the plot that belongs to it, in CSS pixels. */
  readonly below?: number;
  onPress(x: number): void;
}

/** Takes presses on a plot where they are, also the first, and touches. */
export function PressArea({ domain: [first, last], below = 0, onPress }: PressAreaProps) {
  const plot = usePlotArea();
  if (!plot) return null;
  const press = ({ clientX, currentTarget }: MouseEvent<SVGRectElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    onPress(first + ((clientX - left) / width) * (last - first));
  };
  return (
    <ZIndexLayer zIndex={900}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a layer and a step are chosen with the keys elsewhere */}
      <rect
        className="press-area"
        x={plot.x}
        y={plot.y}
        width={plot.width}
        height={plot.height + below}
        onClick={press}
      />
    </ZIndexLayer>
  );
}
