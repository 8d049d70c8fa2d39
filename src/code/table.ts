import { tableOf } from '../catalog/datasets/tables';
import type { Experiment } from '../experiment/schema';

/** How the file of an experiment's own data lies, as `TABLE` in JavaScript; '' where a script does not read one. */
export function tableConstant({ dataHash }: Experiment, script: string): string {
  const table = tableOf(dataHash);
  if (!table || !/\bTABLE\b/.test(script)) return '';
  const { name, classes, layout } = table;
  const { delimiter, header, inputs, target, words } = layout;
  const named = words ? classes : classes.map(Number);
  return JSON.stringify({ file: name, delimiter, header, inputs, target, classes: named });
}

/** The same as a Python dictionary. */
export function pythonTable(experiment: Experiment, script: string): string {
  return tableConstant(experiment, script)
    .replace(/"header":true/, '"header":True')
    .replace(/"header":false/, '"header":False');
}
