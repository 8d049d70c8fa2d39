import { beforeAll, describe, expect, it } from 'vitest';
import { scriptOf } from '../../src/code/script';
import { cases } from './cases';
import { openWorkshop, pythonWith, runScripts } from './python';
import { compare, readLog, reference, toleranceOf } from './reference';

const steps = 20;
const python = pythonWith(['keras', 'tensorflow'], 'KERAS_PYTHON');
const workshop = openWorkshop();
let printed = '';

if (!python) {
  console.log(
    '\n!!! SKIPPED: Keras scripts: KERAS_PYTHON names no Python with keras and tensorflow. !!!\n',
  );
}

describe.runIf(python)('Keras scripts', () => {
  beforeAll(async () => {
    const jobs = cases.map(([, experiment], index) => {
      const language = index % 2 === 0 ? 'en' : 'zh-CN';
      const { text } = scriptOf(experiment, 'keras', language, 'https://example.org/#v=1');
      const script = workshop.write(`${index}.py`, text);
      return [script, '--steps', String(steps), '--log', `${workshop.folder}/${index}.csv`];
    });
    const quiet = { TF_CPP_MIN_LOG_LEVEL: '3', CUDA_VISIBLE_DEVICES: '' };
    printed = await runScripts(python ?? '', workshop, jobs, quiet);
  }, 300_000);

  it.each(cases.map(([name], index) => [name, index] as const))(
    '%s: the first steps are the page’s',
    async (name, index) => {
      const experiment = cases[index]?.[1];
      if (!experiment) throw new RangeError(name);
      const text = workshop.read(`${index}.csv`);
      const { worst, at, differences } = compare(readLog(text), await reference(experiment, steps));
      console.log(`${worst.toExponential(1)}  ${name}, Keras (${at})`);
      expect(text, printed).not.toBe('');
      expect(differences).toEqual([]);
      expect(worst).toBeLessThan(toleranceOf(experiment));
    },
  );
});
