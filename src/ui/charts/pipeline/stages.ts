import { layersUpTo } from '../../../base/layers';
import type { Localized } from '../../../base/localized';
import { type Entry, entryOf } from '../../../catalog/entry';
import { optimizers } from '../../../catalog/optimizers';
import { safeguards } from '../../../catalog/safeguards';
import type { Experiment } from '../../../experiment/schema';
import type { History } from '../../../history/history';
import { stagesOf } from '../../../history/record';
import { chartTexts } from '../../../i18n/charts';

/** A point of the gradient's way: what acted there, and the norm it left in each layer, layer 1 first. */
export interface StagePoint {
  /** The stage's own name in a record; `raw` before any acted. */
  readonly id: string;
  readonly name: Localized;
  /** As the axis writes it. */
  readonly short: Localized;
  readonly norms: readonly number[];
  /** Whether it is a change of the parameters, as opposed to a gradient on its way to the optimizer. */
  readonly isUpdate: boolean;
}

/** The way of each layer's gradient at a record: raw, then after every stage in force. */
export function stagePoints(
  history: History,
  index: number,
  experiment: Experiment,
): readonly StagePoint[] {
  const layers = layersUpTo(history.shape.depth);
  const stages = stagesOf(history.shapeAt(index));
  const optimizer = stages.indexOf('optimizer');
  const raw: StagePoint = {
    id: 'raw',
    name: chartTexts.rawGradient,
    short: chartTexts.rawGradient,
    norms: layers.map((layer) => history.layerAt(index, 'gradTheta', layer)),
    isUpdate: false,
  };
  const after = stages.map(
    (id, place): StagePoint => ({
      id,
      ...namesOf(id, experiment),
      norms: layers.map((layer) => history.layerAt(index, `after:${id}`, layer)),
      isUpdate: place >= optimizer,
    }),
  );
  return [raw, ...after];
}

function namesOf(id: string, { optimizer }: Experiment) {
  const entry: Entry =
    safeguards.find((safeguard) => safeguard.id === id) ?? entryOf(optimizers, optimizer);
  return { name: entry.name, short: entry.short ?? entry.name };
}
