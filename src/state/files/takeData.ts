import { holdTable } from '../../catalog/datasets/tables';
import { amend } from '../../experiment/legality';
import { type Choice, type ChoiceProblem, choose } from '../../table/choose';
import { show } from '../run/actions';
import { app } from '../store/app';
import { type OpenedFile, ownData } from '../store/ownData';

/** What would be trained on: rows taken and left out, or what is wrong with the choice. */
export function preview(
  { name, sheet }: OpenedFile,
  choice: Choice,
): { readonly rows: number; readonly left: number } | ChoiceProblem {
  const chosen = choose(sheet, choice, name);
  return 'kind' in chosen ? chosen : { rows: chosen.table.rows, left: chosen.left };
}

/** Takes a file's columns as the data of the experiment, or of the one that was waiting for them. */
export function takeData({ name, sheet }: OpenedFile, choice: Choice): void {
  const chosen = choose(sheet, choice, name);
  if ('kind' in chosen) return;
  const { table } = chosen;
  holdTable(table);
  const { awaited } = ownData.getState();
  ownData.setState({ isOpen: false, awaited: null, expected: null });
  const { experiment, refusals } = amend(awaited ?? app.getState().experiment, {
    dataset: 'ownData',
    dataHash: table.hash,
  });
  const isOther = awaited !== null && awaited.dataHash !== table.hash;
  const problem = { key: 'dataset', asked: name, problem: { kind: 'dataDiffers' } } as const;
  show(experiment, isOther ? [...refusals, problem] : refusals);
}
