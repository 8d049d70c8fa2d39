import { code, pythonAnd } from '../../code';

/** The rows of a CSV file beside the script, as the page reads them; `TABLE` says how it lies. */
export const ownData = pythonAnd(
  code`
    def number(cell):
        try:
            return float(cell)
        except ValueError:
            return math.nan


    def class_number(cell):
        value = number(cell)
        words = [cell, str(int(value)) if value.is_integer() else str(value)]
        return next((TABLE['classes'].index(word) for word in words if word in TABLE['classes']), math.nan)


    def draw(stream):
        path = os.path.join(os.path.dirname(os.path.abspath(__file__)), TABLE['file'])
        with open(path, newline='', encoding='utf-8-sig') as file:
            records = [r for r in csv.reader(file, delimiter=TABLE['delimiter']) if any(c.strip() for c in r)]
        read = class_number if TABLE['classes'] else number
        samples = [
            [*(number(record[column]) for column in TABLE['inputs']), read(record[TABLE['target']].strip())]
            for record in records[1 if TABLE['header'] else 0 :]
        ]
        samples = np.array([sample for sample in samples if all(map(math.isfinite, sample))])
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
      return cell.trim() === '' ? Number.NaN : Number(cell);
    }

    function classNumber(cell) {
      const known = [cell, String(Number(cell))].find((word) => TABLE.classes.includes(word));
      return known ? TABLE.classes.indexOf(known) : Number.NaN;
    }

    function draw(stream) {
      const text = readFileSync(new URL(TABLE.file, import.meta.url), 'utf8').replace(/^\\uFEFF/, '');
      const { data } = Papa.parse(text, { delimiter: TABLE.delimiter });
      const records = data.filter((record) => record.some((cell) => cell.trim() !== ''));
      const read = TABLE.classes.length > 0 ? classNumber : number;
      const samples = records
        .slice(TABLE.header ? 1 : 0)
        .map((record) => ({
          row: TABLE.inputs.map((column) => Math.fround(number(record[column]))),
          label: read(record[TABLE.target].trim()),
        }))
        .filter(({ row, label }) => [...row, label].every(Number.isFinite));
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
