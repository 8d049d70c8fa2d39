import { geometricMean } from '../base/geometricMean';
import { layersUpTo } from '../base/layers';
import { growthAt } from './growth';
import type { History } from './history';
import { absent } from './measures';
import { stagesOf } from './record';

/** Most steps that evidence looks back. */
const reach = 1000;

/** A factor this close to 1 changes nothing. */
const unchanged = 1e-6;

/** Norms before and after a stage: of the whole network, and by layer from 1 on. */
interface Passage {
  readonly before: number;
  readonly after: number;
}

/**
 * What a record and those before it, from step `since` on, tell of what acts at a stage of the
 * pipeline: the places of a safeguard's line of evidence. `factor` is a geometric mean; `absent` stands
 * where nothing finite passed, or nothing was measured.
 */
export function evidenceOf(
  history: History,
  index: number,
  id: string,
  since: number,
): Readonly<Record<string, number>> {
  const records = recordsSince(history, index, since);
  const passages = records.map((record) => passageAt(history, record, id));
  const factors = passages.flatMap((passage) => factorOf(passage));
  const acted = factors.filter((factor) => Math.abs(factor - 1) > unchanged);
  const { before, after } = passageAt(history, index, id);
  const step = history.at(index, 'step');
  const { depth } = history.shape;
  const ratios = layersUpTo(depth).flatMap((layer) =>
    factorOf(passageAt(history, index, id, layer)),
  );
  const penalty = Math.max(0, history.at(index, 'penalty'));
  return {
    steps: records.length,
    acted: acted.length,
    factor: acted.length > 0 ? geometricMean(acted) : 1,
    sharePercent: Math.round(1000 * Math.max(0, history.at(index, `share:${id}`))) / 10,
    least: ratios.length > 0 ? Math.min(...ratios) : absent,
    most: ratios.length > 0 ? Math.max(...ratios) : absent,
    before,
    after,
    dropped: records.filter((record) => isDropped(history, record)).length,
    step,
    layer: (step % depth) + 1,
    rate: history.at(index, 'learningRate'),
    scale: history.at(index, 'lossScale'),
    penalty,
    penaltyPercent: penalty > 0 ? (100 * penalty) / (penalty + history.at(index, 'loss')) : 0,
    growth: growthAt(history, index)?.perLayer ?? absent,
  };
}

/** Whether the step of a record was dropped, as not finite: its raw gradient, or the update that was to be made. */
export function isDropped(history: History, index: number): boolean {
  const { before } = passageAt(history, index, 'skipNonFinite');
  const isSkipping = before !== absent;
  return isSkipping && ![before, history.at(index, 'gradNorm')].every(Number.isFinite);
}

function recordsSince(history: History, index: number, since: number): readonly number[] {
  const records: number[] = [];
  const first = Math.max(since, history.at(index, 'step') - reach + 1);
  for (let record = index; record >= 0 && history.at(record, 'step') >= first; record--) {
    records.push(record);
  }
  return records;
}

/** Norms around a stage at a record, of one layer or of the network; `absent` where it did not act. */
function passageAt(history: History, index: number, id: string, layer?: number): Passage {
  const stages = stagesOf(history.shapeAt(index));
  const place = stages.indexOf(id);
  const norm = (stage: string | undefined) =>
    layer === undefined
      ? history.at(index, stage === undefined ? 'gradNorm' : `after:${stage}`)
      : history.layerAt(index, stage === undefined ? 'gradTheta' : `after:${stage}`, layer);
  if (place < 0) return { before: absent, after: absent };
  return { before: norm(stages[place - 1]), after: norm(id) };
}

function factorOf({ before, after }: Passage): readonly number[] {
  const factor = after / before;
  return before > 0 && after > 0 && Number.isFinite(factor) ? [factor] : [];
}
