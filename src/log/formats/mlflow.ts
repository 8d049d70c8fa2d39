import { linesOf } from '../source';
import { type LogFormat, tagOf } from './format';

/** MLflow's file of one metric: a time, a value and a step in every line; its name is the file's. */
export const mlflow: LogFormat = {
  id: 'mlflow',
  looks: ({ lines }) =>
    lines.length > 0 && lines.slice(0, 20).every((line) => /^\d{10,13} \S+( \d+)?\s*$/.test(line)),
  read: async (source, table) => {
    const metric = table.column(tagOf(source.head.name));
    const step = table.column('step');
    let line = 0;
    for await (const lines of linesOf(source)) {
      for (const content of lines) {
        line += 1;
        const [, value, number] = content.trim().split(/\s+/);
        if (value === undefined) continue;
        const place = (column: number) => () => ({ line, column });
        table.begin();
        if (number !== undefined) table.put(step, number, place(3));
        table.put(metric, value, place(2));
      }
    }
  },
  sample: { name: 'grad_norm', content: '1780000000000 2.5 0\n1780000001000 nan 1\n' },
};
