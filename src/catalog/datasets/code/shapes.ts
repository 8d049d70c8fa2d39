import { type Code, code, pythonAnd } from '../../code';

/** Draws balanced classes in random order, each placed by `place`, with noise on the features. */
function classes(count: number, place: Code): Code {
  return pythonAnd(
    `${place.torch}

${code`
      def draw(stream):
          labels = stream.permutation(SAMPLES) % ${String(count)}
          rows = [[x + NOISE * stream.normal() for x in place(stream, label)] for label in labels]
          return np.array(rows), labels
    `}`,
    `${place.tfjs}

${code`
      function draw(stream) {
        const labels = stream.permutation(SAMPLES).map((rank) => rank % ${String(count)});
        const rows = labels.map((label) =>
          place(stream, label).map((x) => x + NOISE * stream.normal()),
        );
        return { rows, labels };
      }
    `}`,
  );
}

/** Draws features uniform within ±1.5 and a real target of them, with noise on the target. */
function functionOf(inputs: number, target: Code): Code {
  return pythonAnd(
    code`
      def draw(stream):
          x = 1.5 * (2 * stream.uniforms(SAMPLES * ${String(inputs)}).reshape(SAMPLES, ${String(inputs)}) - 1)
          return x, ${target.torch} + NOISE * stream.normals(SAMPLES)
    `,
    code`
      function draw(stream) {
        const rows = Array.from({ length: SAMPLES }, () => stream.uniforms(${String(inputs)}, 1.5));
        return { rows, labels: rows.map((x) => ${target.tfjs} + NOISE * stream.normal()) };
      }
    `,
  );
}

function spirals(count: number, turns: string): Code {
  return classes(
    count,
    pythonAnd(
      code`
        def place(stream, label):
            along = math.sqrt(stream.uniform())
            angle = 2 * math.pi * (${turns} * along + label / ${String(count)})
            return 1.4 * along * math.sin(angle), 1.4 * along * math.cos(angle)

      `,
      code`
        function place(stream, label) {
          const along = Math.sqrt(stream.uniform());
          const angle = 2 * Math.PI * (${turns} * along + label / ${String(count)});
          return [1.4 * along * Math.sin(angle), 1.4 * along * Math.cos(angle)];
        }
      `,
    ),
  );
}

/** Datasets in the plane and on the line, as functions `draw` of a stream. */
export const shapes = {
  twoSpirals: spirals(2, '1.75'),
  threeSpirals: spirals(3, '1.2'),
  circles: classes(
    2,
    pythonAnd(
      code`
        def place(stream, label):
            inside = label == 0
            radius = 0.7 * math.sqrt(stream.uniform()) if inside else 1.1 + 0.4 * stream.uniform()
            angle = 2 * math.pi * stream.uniform()
            return radius * math.cos(angle), radius * math.sin(angle)

      `,
      code`
        function place(stream, label) {
          const inside = label === 0;
          const radius = inside ? 0.7 * Math.sqrt(stream.uniform()) : 1.1 + 0.4 * stream.uniform();
          const angle = 2 * Math.PI * stream.uniform();
          return [radius * Math.cos(angle), radius * Math.sin(angle)];
        }
      `,
    ),
  ),
  xor: classes(
    2,
    pythonAnd(
      code`
        def place(stream, label):
            side = -1 if stream.uniform() < 0.5 else 1
            x, y = (0.1 + 1.1 * stream.uniform() for _ in range(2))
            return side * x, (side if label == 0 else -side) * y

      `,
      code`
        function place(stream, label) {
          const side = stream.uniform() < 0.5 ? -1 : 1;
          const [x, y] = [0, 1].map(() => 0.1 + 1.1 * stream.uniform());
          return [side * x, (label === 0 ? side : -side) * y];
        }
      `,
    ),
  ),
  gaussians: classes(
    2,
    pythonAnd(
      code`
        def place(stream, label):
            center = -0.7 if label == 0 else 0.7
            return center + 0.3 * stream.normal(), center + 0.3 * stream.normal()

      `,
      code`
        function place(stream, label) {
          const center = label === 0 ? -0.7 : 0.7;
          return [center + 0.3 * stream.normal(), center + 0.3 * stream.normal()];
        }
      `,
    ),
  ),
  moons: classes(
    2,
    pythonAnd(
      code`
        def place(stream, label):
            angle = math.pi * stream.uniform()
            x, y = math.cos(angle), math.sin(angle)
            return (x - 0.5, y - 0.25) if label == 0 else (0.5 - x, 0.25 - y)

      `,
      code`
        function place(stream, label) {
          const angle = Math.PI * stream.uniform();
          const [x, y] = [Math.cos(angle), Math.sin(angle)];
          return label === 0 ? [x - 0.5, y - 0.25] : [0.5 - x, 0.25 - y];
        }
      `,
    ),
  ),
  blobs: classes(
    10,
    pythonAnd(
      code`
        def place(stream, label):
            radius = 1.2 if label % 2 == 0 else 0.7
            angle = 2 * math.pi * label / 10
            x, y = radius * math.cos(angle), radius * math.sin(angle)
            return x + 0.08 * stream.normal(), y + 0.08 * stream.normal()

      `,
      code`
        function place(stream, label) {
          const radius = label % 2 === 0 ? 1.2 : 0.7;
          const angle = (2 * Math.PI * label) / 10;
          return [
            radius * Math.cos(angle) + 0.08 * stream.normal(),
            radius * Math.sin(angle) + 0.08 * stream.normal(),
          ];
        }
      `,
    ),
  ),
  plane: functionOf(2, pythonAnd('0.8 * x[:, 0] - 0.6 * x[:, 1]', '0.8 * x[0] - 0.6 * x[1]')),
  wave: functionOf(1, pythonAnd('np.sin(2 * np.pi * x[:, 0])', 'Math.sin(2 * Math.PI * x[0])')),
};
