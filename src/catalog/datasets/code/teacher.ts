import { code, pythonAnd } from '../../code';

/** Labels given by a random 16-16-3 tanh network, drawn until every class has its share. */
export const teacher = pythonAnd(
  code`
    def draw(stream):
        teacher = balanced_teacher(stream)
        x = stream.normals(SAMPLES * 16).reshape(SAMPLES, 16)
        logits = teacher(x) + NOISE * stream.normals(SAMPLES * 3).reshape(SAMPLES, 3)
        return x, logits.argmax(1)


    def balanced_teacher(stream):
        while True:
            first, second = (stream.normals(n * 16).reshape(n, 16) for n in (16, 3))

            def teacher(x, first=first, second=second):
                return np.tanh(x @ first.T / 4) @ second.T

            labels = teacher(stream.normals(300 * 16).reshape(300, 16)).argmax(1)
            if np.bincount(labels, minlength=3).min() >= 60:
                return teacher
  `,
  code`
    const normals = (stream, count, width) =>
      Array.from({ length: count }, () => stream.normals(width, 1));
    const dot = (a, b) => a.reduce((sum, x, index) => sum + x * b[index], 0);
    const largest = (values) => values.indexOf(Math.max(...values));

    function draw(stream) {
      const teacher = balancedTeacher(stream);
      const rows = normals(stream, SAMPLES, 16);
      const labels = rows.map((row) =>
        largest(teacher(row).map((logit) => logit + NOISE * stream.normal())),
      );
      return { rows, labels };
    }

    function balancedTeacher(stream) {
      for (;;) {
        const first = normals(stream, 16, 16);
        const second = normals(stream, 3, 16);
        const teacher = (row) => {
          const units = first.map((weights) => Math.tanh(dot(weights, row) / 4));
          return second.map((weights) => dot(weights, units));
        };
        const labels = normals(stream, 300, 16).map((row) => largest(teacher(row)));
        if ([0, 1, 2].every((k) => labels.filter((label) => label === k).length >= 60)) return teacher;
      }
    }
  `,
);
