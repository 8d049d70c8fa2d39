import { blanks, float32Bound, numberPattern } from '../../../base/plainNumber';
import { code, pythonAnd } from '../../code';

/**
 * The rows of a CSV file beside the script, as the page reads them: `TABLE` says how it lies, and the page's own rule
 * says what is a number.
 */
export const ownData = pythonAnd(
  code`
    BLANKS = '${blanks}'


    def number(cell):
        text = cell.strip(BLANKS)
        value = float(text) if re.fullmatch('${numberPattern}', text) else math.nan
        return value if abs(value) < ${String(float32Bound)} else math.nan


    def class_number(cell):
        known, value = TABLE['classes'], cell.strip(BLANKS)
        if not isinstance(known[0], str):
            known, value = [*map(float, known)], number(cell)
        return known.index(value) if value in known else math.nan


    def read_rows():
        path = os.path.join(os.path.dirname(os.path.abspath(__file__)), TABLE['file'])
        with open(path, newline='', encoding='utf-8-sig', errors='replace') as file:
            records = [r for r in csv.reader(file, delimiter=TABLE['delimiter']) if any(c.strip(BLANKS) for c in r)]
        read = class_number if TABLE['classes'] else number
        samples = [
            [*(number(record[column]) for column in TABLE['inputs']), read(record[TABLE['target']])]
            for record in records[1 if TABLE['header'] else 0 :]
        ]
        return [sample for sample in samples if all(map(math.isfinite, sample))]


    def draw(stream):
        samples = np.array(read_rows())
        samples = samples[stream.permutation(len(samples))]
        rows, labels = np.float32(samples[:, :-1]).astype(float), samples[:, -1]
        if STANDARDIZE_INPUTS:
            known = rows[:TRAINING]
            deviation = known.std(axis=0)
            rows = (rows - known.mean(axis=0)) / np.where(deviation > 0, deviation, 1)
        return rows, labels.astype(int) if TABLE['classes'] else labels
  `,
  code`
    function number(cell) {
      const text = cell.trim();
      const value = /^${numberPattern}$/.test(text) ? Number(text) : Number.NaN;
      return Math.abs(value) < ${String(float32Bound)} ? value : Number.NaN;
    }

    function classNumber(cell) {
      const value = typeof TABLE.classes[0] === 'string' ? cell.trim() : number(cell);
      const index = TABLE.classes.indexOf(value);
      return index < 0 ? Number.NaN : index;
    }

    function readRows() {
      const text = readFileSync(new URL(TABLE.file, import.meta.url), 'utf8').replace(/^\\uFEFF/, '');
      const { data } = Papa.parse(text, { delimiter: TABLE.delimiter });
      const records = data.filter((record) => record.some((cell) => cell.trim() !== ''));
      const read = TABLE.classes.length > 0 ? classNumber : number;
      return records
        .slice(TABLE.header ? 1 : 0)
        .map((record) => ({
          row: TABLE.inputs.map((column) => Math.fround(number(record[column]))),
          label: read(record[TABLE.target]),
        }))
        .filter(({ row, label }) => [...row, label].every(Number.isFinite));
    }

    function draw(stream) {
      const samples = readRows();
      const chosen = Array.from(stream.permutation(samples.length), (index) => samples[index]);
      const rows = chosen.map(({ row }) => row);
      for (const column of STANDARDIZE_INPUTS ? TABLE.inputs.keys() : []) {
        const known = rows.slice(0, TRAINING).map((row) => row[column]);
        const mean = known.reduce((sum, x) => sum + x, 0) / known.length;
        const variance = known.reduce((sum, x) => sum + (x - mean) ** 2, 0) / known.length;
        for (const row of rows) row[column] = (row[column] - mean) / (Math.sqrt(variance) || 1);
      }
      return { rows, labels: chosen.map(({ label }) => label) };
    }
  `,
);
