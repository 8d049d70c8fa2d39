import { beforeAll, describe, expect, it } from 'vitest';
import { exportedWeights } from '../../src/code/exportedWeights';
import { scriptOf } from '../../src/code/script';
import { cases } from './cases';
import { execute, openWorkshop, pythonWith, runScripts } from './python';
import { compare, readLog, reference, toleranceOf } from './reference';

const steps = 20;
const python = pythonWith(['torch', 'numpy'], 'TORCH_PYTHON');
const workshop = openWorkshop();
let printed = '';

if (!python)
  console.log('\n!!! SKIPPED: PyTorch scripts: no Python imports torch and numpy. !!!\n');

/** Writes a case's script and weights, and gives the command line that logs to `log`. */
function job(index: number, log: string, weighted: boolean): string[] {
  const experiment = cases[index]?.[1];
  if (!experiment) throw new RangeError(`There is no case ${index}.`);
  const language = index % 2 === 0 ? 'en' : 'zh-CN';
  const script = scriptOf(experiment, 'torch', language, 'https://example.org/#v=1').text;
  const path = workshop.write(`torch-${index}.py`, script);
  const weights = workshop.write(`${index}.safetensors`, exportedWeights(experiment, steps, ''));
  const own = weighted ? ['--weights', weights] : [];
  return [path, '--steps', String(steps), '--csv', `${workshop.folder}/${log}`, ...own];
}

/**
 * Cases that run on several processes, too: rows that divide unevenly, statistics over all processes. The
 * first is launched by itself; for the others the processes meet once, to save time.
 */
const distributed = [
  'batch norm',
  'explodes at once',
  'two spirals, tanh',
  'batch norm beside skips',
  'batch norm, accumulated',
  'layer norm',
  'clipped by global norm',
  'LARS',
  'steps that are skipped',
];

/** PyTorch 1.13 does not start on Python 3.11 without both: it no longer finds its flag for nothing redirected. */
const output = ['--redirects=1', '--tee=1', `--log_dir=${workshop.folder}`];
const launch = ['--standalone', '--nproc_per_node=2', ...output];

describe.runIf(python)('PyTorch scripts under torchrun, two processes', () => {
  let said = '';

  beforeAll(async () => {
    const jobs = distributed.map((name) => {
      const index = cases.findIndex(([other]) => other === name);
      return job(index, `two-${name}.csv`, true);
    });
    const [alone = [], ...together] = jobs;
    const options = ['-m', 'torch.distributed.run', ...launch];
    // Processes that do not find each other, or do not part, are ended and tried once more.
    for (let tries = 0; tries < 2 && !workshop.read(`two-${distributed[0]}.csv`); tries++) {
      said = await execute(python ?? '', [...options, ...alone], {}, 60);
    }
    said += await runScripts(python ?? '', workshop, together, { options, seconds: 150 });
  }, 300_000);

  it.each(distributed)('%s: the same as one process', async (name) => {
    const experiment = cases.find(([other]) => other === name)?.[1];
    if (!experiment) throw new RangeError(name);
    const text = workshop.read(`two-${name}.csv`);
    expect(text, said).not.toBe('');
    const { worst, at, differences } = compare(readLog(text), await reference(experiment, steps));
    console.log(`${worst.toExponential(1)}  ${name}, two processes (${at})`);
    expect(differences).toEqual([]);
    expect(worst).toBeLessThan(toleranceOf(experiment));
  });
});

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
        console.log(`${worst.toExponential(1)}  ${name}, ${kind} (${at})`);
        expect(text, printed).not.toBe('');
        expect(differences).toEqual([]);
        expect(worst).toBeLessThan(toleranceOf(experiment));
      }
    },
  );
});
