import { beforeAll, describe, expect, it } from 'vitest';
import { exportedWeights } from '../../src/code/exportedWeights';
import { scriptOf } from '../../src/code/script';
import { cases } from './cases';
import { execute, openWorkshop, pythonWith, runScripts } from './python';
import { compare, readLog, reference } from './reference';

const steps = 20;
const tolerance = 1e-3;
const python = pythonWith(['torch', 'numpy'], 'TORCH_PYTHON');
const workshop = openWorkshop();
const table: string[] = [];
let printed = '';

if (!python) console.log('\n!!! SKIPPED: PyTorch scripts: no Python imports torch and numpy. !!!\n');

/** Writes a case's script and weights, and gives the command line that logs to `log`. */
function job(index: number, log: string, weighted: boolean): string[] {
  const experiment = cases[index]?.[1];
  if (!experiment) throw new RangeError(`There is no case ${index}.`);
  const language = index % 2 === 0 ? 'en' : 'zh-CN';
  const script = scriptOf(experiment, 'torch', language, 'https://example.org/#v=1').text;
  const path = workshop.write(`torch-${index}.py`, script);
  const weights = workshop.write(`${index}.safetensors`, exportedWeights(experiment, steps, ''));
  const own = weighted ? ['--weights', weights] : [];
  return [path, '--steps', String(steps), '--log', `${workshop.folder}/${log}`, ...own];
}

describe.runIf(python)('PyTorch scripts', () => {
  beforeAll(async () => {
    const jobs = cases.flatMap((_, index) => [
      job(index, `weighted-${index}.csv`, true),
      job(index, `drawn-${index}.csv`, false),
    ]);
    printed = await runScripts(python ?? '', workshop, jobs);
  }, 300_000);

  it.each(cases.map(([name], index) => [name, index] as const))(
    '%s: the first steps are the page’s, from its weights and drawn alike',
    async (name, index) => {
      const experiment = cases[index]?.[1];
      if (!experiment) throw new RangeError(name);
      const expected = await reference(experiment, steps);
      for (const kind of ['weighted', 'drawn']) {
        const text = workshop.read(`${kind}-${index}.csv`);
        const { worst, at, differences } = compare(readLog(text), expected);
        table.push(`${worst.toExponential(1)}  ${name}, ${kind} (${at})`);
        console.log(table.at(-1));
        expect(text, printed).not.toBe('');
        expect(differences).toEqual([]);
        expect(worst).toBeLessThan(tolerance);
      }
    },
  );
});
