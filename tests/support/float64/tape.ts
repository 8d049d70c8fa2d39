/** A dense matrix, row-major. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** A matrix on a tape, with the gradient that has reached it. */
export interface Variable {
  readonly value: Matrix;
  readonly gradient: Matrix;
}

/** What becomes of every result: the reference's idea of a number format. */
export type Arithmetic = (x: number) => number;

/** A matrix of one value. */
export function filled(rows: number, columns: number, value = 0): Matrix {
  return { rows, columns, values: new Float64Array(rows * columns).fill(value) };
}

/** Applies a function to every element. */
export function mapped({ rows, columns, values }: Matrix, f: (x: number, at: number) => number) {
  return { rows, columns, values: values.map(f) } satisfies Matrix;
}

/** Reverse-mode differentiation of matrices; operands of one row or one column are broadcast. */
export function createTape(settle: Arithmetic) {
  const walk: (() => void)[] = [];

  function variable(value: Matrix, back: (gradient: Matrix) => void = () => undefined): Variable {
    const made = { value, gradient: filled(value.rows, value.columns) };
    walk.push(() => back(made.gradient));
    return made;
  }

  function pass({ gradient }: Variable, at: number, x: number): void {
    gradient.values[at] = settle((gradient.values[at] ?? 0) + x);
  }

  function binary(
    a: Variable,
    b: Variable,
    f: (x: number, y: number) => number,
    slopes: (x: number, y: number) => readonly [number, number],
  ): Variable {
    const rows = Math.max(a.value.rows, b.value.rows);
    const columns = Math.max(a.value.columns, b.value.columns);
    const place = ({ value }: Variable, at: number) =>
      (Math.floor(at / columns) % value.rows) * value.columns + ((at % columns) % value.columns);
    const pair = (at: number) =>
      [a.value.values[place(a, at)] ?? 0, b.value.values[place(b, at)] ?? 0] as const;
    const value = mapped(filled(rows, columns), (_, at) => settle(f(...pair(at))));
    return variable(value, ({ values }) => {
      values.forEach((gradient, at) => {
        const [byA, byB] = slopes(...pair(at));
        pass(a, place(a, at), settle(gradient * byA));
        pass(b, place(b, at), settle(gradient * byB));
      });
    });
  }

  return {
    variable,
    add: (a: Variable, b: Variable) =>
      binary(
        a,
        b,
        (x, y) => x + y,
        () => [1, 1],
      ),
    sub: (a: Variable, b: Variable) =>
      binary(
        a,
        b,
        (x, y) => x - y,
        () => [1, -1],
      ),
    mul: (a: Variable, b: Variable) =>
      binary(
        a,
        b,
        (x, y) => x * y,
        (x, y) => [y, x],
      ),
    div: (a: Variable, b: Variable) =>
      binary(
        a,
        b,
        (x, y) => x / y,
        (x, y) => [1 / y, -x / (y * y)],
      ),
    /** `f(x)`, whose slope is a function of `x` and `f(x)`. */
    unary(a: Variable, f: (x: number) => number, slope: (x: number, y: number) => number) {
      const value = mapped(a.value, (x) => settle(f(x)));
      return variable(value, ({ values }) => {
        values.forEach((gradient, at) => {
          const local = settle(slope(a.value.values[at] ?? 0, value.values[at] ?? 0));
          pass(a, at, settle(gradient * local));
        });
      });
    },
    /** A number format on the way forward only. */
    rounded: (a: Variable, round: Arithmetic) =>
      variable(mapped(a.value, round), ({ values }) => {
        values.forEach((gradient, at) => {
          pass(a, at, gradient);
        });
      }),
    /** A number format for the gradient only. */
    gradientRounded: (a: Variable, round: Arithmetic) =>
      variable(a.value, ({ values }) => {
        values.forEach((gradient, at) => {
          pass(a, at, round(gradient));
        });
      }),
    /** The mean down the rows (axis 0) or along them (1), `[1, columns]` or `[rows, 1]`. */
    mean(a: Variable, axis: 0 | 1): Variable {
      const { rows, columns, values } = a.value;
      const count = axis === 0 ? rows : columns;
      const sums = filled(axis === 0 ? 1 : rows, axis === 0 ? columns : 1);
      const place = (at: number) => (axis === 0 ? at % columns : Math.floor(at / columns));
      values.forEach((x, at) => {
        sums.values[place(at)] = settle((sums.values[place(at)] ?? 0) + x / count);
      });
      return variable(sums, (gradient) => {
        values.forEach((_, at) => {
          pass(a, at, (gradient.values[place(at)] ?? 0) / count);
        });
      });
    },
    matMul(a: Variable, b: Variable): Variable {
      const value = product(a.value, b.value, settle);
      return variable(value, (gradient) => {
        product(gradient, transposed(b.value), settle).values.forEach((x, at) => {
          pass(a, at, x);
        });
        product(transposed(a.value), gradient, settle).values.forEach((x, at) => {
          pass(b, at, x);
        });
      });
    },
    /** Walks back from a variable whose gradient is given. */
    backward({ gradient }: Variable, start: Matrix): void {
      gradient.values.set(start.values);
      for (const step of walk.toReversed()) step();
    },
  };
}

/** What a pass is recorded on. */
export type Tape = ReturnType<typeof createTape>;

function product(a: Matrix, b: Matrix, settle: Arithmetic): Matrix {
  const made = filled(a.rows, b.columns);
  for (let row = 0; row < a.rows; row++) {
    for (let inner = 0; inner < a.columns; inner++) {
      const x = a.values[row * a.columns + inner] ?? 0;
      for (let column = 0; column < b.columns; column++) {
        const at = row * b.columns + column;
        made.values[at] = settle(
          (made.values[at] ?? 0) + x * (b.values[inner * b.columns + column] ?? 0),
        );
      }
    }
  }
  return made;
}

function transposed({ rows, columns, values }: Matrix): Matrix {
  return mapped(
    filled(columns, rows),
    (_, at) => values[(at % rows) * columns + Math.floor(at / rows)] ?? 0,
  );
}
