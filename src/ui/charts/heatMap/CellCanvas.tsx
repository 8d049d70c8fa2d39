import { memo, useLayoutEffect, useRef } from 'react';
import { usePalette } from '../colors/palette';
import type { Columns } from './columns';
import { paint } from './paint';

interface CellCanvasProps {
  readonly columns: Columns;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The cells in the pixels of the screen; a moving cursor does not paint them again. */
export const CellCanvas = memo(function CellCanvas(props: CellCanvasProps) {
  const { columns, x, y, width, height } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  useLayoutEffect(() => {
    if (!canvas.current) return;
    canvas.current.width = Math.round(width * devicePixelRatio);
    canvas.current.height = Math.round(height * devicePixelRatio);
    paint(canvas.current, columns, palette);
  }, [columns, width, height, palette]);
  return <canvas ref={canvas} style={{ left: x, top: y, width, height }} />;
});
