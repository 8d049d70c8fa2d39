import type { Difference } from '../../../experiment/change';
import { fieldOf } from '../../../experiment/schema';
import { chartTexts as texts } from '../../../i18n/charts';
import { list, type Translate } from '../../../i18n/translate';
import type { RunEvent } from '../../../state/store/run';
import { describe } from '../../panels/describe';

/** A mark on a time axis: what was changed from a step on, and its number, from 1. */
export interface EventMark {
  readonly number: number;
  readonly step: number;
  readonly label: string;
}

/** The marks of a run's events, one per step; a setting changed twice at a step counts once. */
export function eventMarks(events: readonly RunEvent[], t: Translate): readonly EventMark[] {
  const bySteps = new Map<number, Map<Difference['key'], Difference>>();
  for (const { step, changes } of events) {
    const settings = bySteps.get(step) ?? new Map<Difference['key'], Difference>();
    for (const change of changes) settings.set(change.key, change);
    bySteps.set(step, settings);
  }
  return [...bySteps].map(([step, settings], index) => ({
    number: index + 1,
    step,
    label: list(
      [...settings.values()].map(({ key, to }) =>
        t(texts.changedTo, { setting: t(fieldOf(key).label), value: t(describe(key, to)) }),
      ),
      t,
    ),
  }));
}
