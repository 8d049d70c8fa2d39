import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { scriptOf } from '../../src/code/script';
import { cases } from './cases';
import { execute, openWorkshop } from './python';
import { compare, readLog, reference, toleranceOf } from './reference';

const workshop = openWorkshop();
let printed = '';

/** Plain JavaScript is slow: the larger networks train two steps, the others twenty. */
const stepsOf = (width: number) => (width > 32 ? 2 : 20);

describe('TF.js scripts', () => {
  beforeAll(async () => {
    symlinkSync(join(process.cwd(), 'node_modules'), join(workshop.folder, 'node_modules'));
    const jobs = cases.map(([, experiment], index) => {
      const language = index % 2 === 0 ? 'en' : 'zh-CN';
      const { text } = scriptOf(experiment, 'tfjs', language, 'https://example.org/#v=1');
      const script = workshop.write(`${index}.mjs`, text);
      const steps = String(stepsOf(experiment.width));
      return [script, '--steps', steps, '--log', join(workshop.folder, `${index}.csv`)];
    });
    const list = workshop.write('jobs.json', JSON.stringify(jobs));
    printed = await execute(process.execPath, [join(import.meta.dirname, 'run.mjs'), list]);
  }, 300_000);

  it.each(cases.map(([name], index) => [name, index] as const))(
    '%s: the first steps are the page’s',
    async (name, index) => {
      const experiment = cases[index]?.[1];
      if (!experiment) throw new RangeError(name);
      const text = workshop.read(`${index}.csv`);
      const expected = await reference(experiment, stepsOf(experiment.width));
      const { worst, at, differences } = compare(readLog(text), expected);
      console.log(`${worst.toExponential(1)}  ${name}, TF.js (${at})`);
      expect(text, printed).not.toBe('');
      expect(differences).toEqual([]);
      expect(worst).toBeLessThan(toleranceOf(experiment));
    },
  );
});
