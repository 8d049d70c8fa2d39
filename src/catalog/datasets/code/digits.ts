import { code, pythonAnd } from '../../code';
import { digitDrawings, isArc, type Piece } from '../strokes';

/** One digit a line: the strokes as lists of points and arcs. */
function drawings(spread: string): string {
  const piece = (one: Piece) =>
    isArc(one)
      ? `${spread}arc(${[...one.center, ...one.radii, one.from, one.to].join(', ')})`
      : `[${one.join(', ')}]`;
  return digitDrawings
    .map((strokes) => strokes.map((pieces) => `[${pieces.map(piece).join(', ')}]`))
    .map((strokes) => `  [${strokes.join(', ')}],`)
    .join('\n');
}

/** The digits 0 to 9 drawn with a pen in 8×8 pixels, each shifted, slanted and sized at random. */
export const digits = pythonAnd(
  `${code`
    def arc(x, y, width, height, start, end):
        angles = 2 * np.pi * (start + (end - start) * np.arange(13) / 12)
        return np.stack([x + width * np.cos(angles), y + height * np.sin(angles)], 1)
  `}


# fmt: off
STROKES = [
${drawings('*').replaceAll('  [[', '    [[')}
]
# fmt: on


${code`
    def place(stream, label):
        spreads = [width * (2 * stream.uniform() - 1) for width in (0.07, 0.06, 0.2, 0.1)]
        shift_x, shift_y, slant, size = spreads[0], spreads[1], spreads[2], 1 + spreads[3]

        def moved(stroke):
            x, y = np.transpose(stroke) - 0.5
            return np.stack([0.5 + size * x - slant * y + shift_x, 0.5 + size * y + shift_y], 1)

        centers = (np.arange(8) + 0.5) / 8
        pixels = np.stack(np.meshgrid(centers, centers), -1).reshape(-1, 1, 2)
        distance = np.min([to_stroke(pixels, moved(stroke)) for stroke in STROKES[label]], axis=0)
        return 2 * np.clip(1 - (distance - 0.05) / 0.11, 0, 1) - 1


    def to_stroke(pixels, stroke):
        start, along = stroke[:-1], np.diff(stroke, axis=0)
        part = ((pixels - start) * along).sum(-1) / (along**2).sum(-1)
        nearest = start + np.clip(part, 0, 1)[..., None] * along
        return np.sqrt(((pixels - nearest) ** 2).sum(-1)).min(1)


    def draw(stream):
        labels = stream.permutation(SAMPLES) % 10
        rows = [[x + NOISE * stream.normal() for x in place(stream, label)] for label in labels]
        return np.array(rows), labels
  `}`,
  `${code`
    function arc(x, y, width, height, start, end) {
      return Array.from({ length: 13 }, (_, index) => {
        const angle = 2 * Math.PI * (start + ((end - start) * index) / 12);
        return [x + width * Math.cos(angle), y + height * Math.sin(angle)];
      });
    }
  `}

const STROKES = [
${drawings('...')}
];

${code`
    function place(stream, label) {
      const spread = (width) => width * (2 * stream.uniform() - 1);
      const [shiftX, shiftY, slant, size] = [spread(0.07), spread(0.06), spread(0.2), 1 + spread(0.1)];
      const moved = ([x, y]) => [
        0.5 + size * (x - 0.5) - slant * (y - 0.5) + shiftX,
        0.5 + size * (y - 0.5) + shiftY,
      ];
      const strokes = STROKES[label].map((stroke) => stroke.map(moved));
      return Array.from({ length: 64 }, (_, pixel) => {
        const center = [((pixel % 8) + 0.5) / 8, (Math.floor(pixel / 8) + 0.5) / 8];
        const distance = Math.min(...strokes.map((stroke) => toStroke(center, stroke)));
        return 2 * Math.min(1, Math.max(0, 1 - (distance - 0.05) / 0.11)) - 1;
      });
    }

    function toStroke([x, y], stroke) {
      const distances = stroke.slice(1).map(([x1, y1], index) => {
        const [x0, y0] = stroke[index];
        const [dx, dy] = [x1 - x0, y1 - y0];
        const part = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)));
        return Math.hypot(x - x0 - part * dx, y - y0 - part * dy);
      });
      return Math.min(...distances);
    }

    function draw(stream) {
      const labels = stream.permutation(SAMPLES).map((rank) => rank % 10);
      const rows = labels.map((label) => place(stream, label).map((x) => x + NOISE * stream.normal()));
      return { rows, labels };
    }
  `}`,
);
