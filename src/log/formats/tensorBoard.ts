import { assumedNorm } from '../meaning';
import { bytesOf } from '../source';
import { type LogFormat, tagOf } from './format';

/** TensorBoard's download of one tag as CSV or JSON; the tag stands in the file's name. */
export const tensorBoardDownload: LogFormat = {
  id: 'tensorBoardDownload',
  looks: ({ text }) =>
    /^"?wall time"?,"?step"?,"?value"?\s*(\n|\r|$)/i.test(text.trimStart()) ||
    /^\[\s*\[\s*[\d.e+]+\s*,\s*-?\d+\s*,\s*[^,\]]+\s*\]/i.test(text.trimStart()),
  read: async (source, table) => {
    const text = new TextDecoder().decode(await bytesOf(source));
    const name = tagOf(source.head.name);
    const tag = table.column(name, saysNothing(name) ? assumedNorm : undefined);
    const step = table.column('step');
    const rows = text.trimStart().startsWith('[')
      ? text.matchAll(/\[\s*([^,[\]]+),\s*([^,[\]]+),\s*([^,[\]]+)\]/g)
      : text.matchAll(/^([^,\n]*),([^,\n]*),([^,\n\r]*)\r?$/gm);
    let line = 0;
    for (const [, , number, value = ''] of rows) {
      line += 1;
      if (/^"?step"?$/i.test(number ?? '')) continue;
      const place = (column: number) => () => ({ line, column });
      table.begin();
      table.put(step, number, place(2));
      table.put(tag, value.replaceAll('"', ''), place(3));
    }
  },
  sample: {
    name: 'run-1-tag-grad_norm.csv',
    content: 'Wall time,Step,Value\n1.7e9,0,2.5\n1.7e9,1,inf\n',
  },
};

/** Tests whether a file's name is no tag: a word for the tool, for a download, or for data in general. */
function saysNothing(name: string): boolean {
  return /^((tb|tensorboard|scalars?|downloads?|data|export|events?|series|values?|run|\d+)[-_ .]?)+$/i.test(
    name,
  );
}
