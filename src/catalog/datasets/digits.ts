import { at } from '../../base/at';
import { hypot } from '../../base/elementary/hypot';
import type { RandomStream } from '../../base/random';
import { drawClasses } from './classes';
import { dataset } from './dataset';
import { digitStrokes, type Place, type Stroke } from './strokes';

/** Pixels along a side. */
const side = 8;

/** Half the width of the pen, and the width over which its edge fades, in the unit square. */
const pen = { radius: 0.05, edge: 0.11 } as const;

/**
 * The digits 0 to 9 as an 8×8 picture, drawn from strokes with a random shift, slant and size; −1 is
 * paper and 1 is ink. Noise is on the pixels.
 */
export const digits = dataset({
  id: 'digits',
  name: { en: 'Digits', 'zh-CN': '数字 0–9' },
  summary: {
    en: 'The digits 0–9 in 8×8 pixels, each drawn with its own shift, slant and size: 64 features, 10 classes.',
    'zh-CN': '8×8 像素的数字 0–9，每个都有随机的平移、倾斜与大小：64 个特征，10 个类别。',
  },
  fields: {},
  task: { kind: 'classification', classes: digitStrokes.length },
  inputs: side * side,
  draw: (stream, settings) =>
    drawClasses(stream, settings, digitStrokes.length, (label) =>
      picture(handwritten(stream, at(digitStrokes, label, 'digit'))),
    ),
});

/** Strokes as one hand would draw them this time. */
function handwritten(stream: RandomStream, strokes: readonly Stroke[]): readonly Stroke[] {
  const spread = (width: number) => width * (2 * stream.uniform() - 1);
  const [shiftX, shiftY, slant, size] = [spread(0.07), spread(0.06), spread(0.2), 1 + spread(0.1)];
  const move = ([x, y]: Place): Place => [
    0.5 + size * (x - 0.5) - slant * (y - 0.5) + shiftX,
    0.5 + size * (y - 0.5) + shiftY,
  ];
  return strokes.map((stroke) => stroke.map(move));
}

function picture(strokes: readonly Stroke[]): readonly number[] {
  const segments = strokes.flatMap(segmentsOf);
  return Array.from({ length: side * side }, (_, pixel) => {
    const center: Place = [((pixel % side) + 0.5) / side, (Math.floor(pixel / side) + 0.5) / side];
    const distance = Math.min(...segments.map((segment) => distanceToSegment(center, segment)));
    const ink = Math.min(1, Math.max(0, 1 - (distance - pen.radius) / pen.edge));
    return 2 * ink - 1;
  });
}

type Segment = readonly [from: Place, to: Place];

function segmentsOf(stroke: Stroke): readonly Segment[] {
  return stroke.slice(1).map((to, index) => [at(stroke, index, 'point of a stroke'), to]);
}

function distanceToSegment([x, y]: Place, [[x0, y0], [x1, y1]]: Segment): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1);
  const part = Math.min(1, Math.max(0, along));
  return hypot(x - x0 - part * dx, y - y0 - part * dy);
}
