import type { Difference } from '../../experiment/change';
import { fieldOf } from '../../experiment/schema';
import { chartTexts as texts } from '../../i18n/charts';
import { formatMeasure } from '../../i18n/numbers';
import type { Translate } from '../../i18n/translate';
import type { RunEvent } from '../../state/run';

/** A mark on a time axis: what was changed from a step on. */
export interface EventMark {
  readonly step: number;
  readonly label: string;
}

/** The marks of a run's events, one per step; a setting changed twice at a step counts once. */
export function eventMarks(events: readonly RunEvent[], t: Translate): readonly EventMark[] {
  const bySteps = new Map<number, Map<string, Difference>>();
  for (const { step, changes } of events) {
    const settings = bySteps.get(step) ?? new Map<string, Difference>();
    for (const change of changes) settings.set(change.key, change);
    bySteps.set(step, settings);
  }
  return [...bySteps].map(([step, settings]) => ({
    step,
    label: [...settings.values()].map((change) => describe(change, t)).join(', '),
  }));
}

function describe({ key, to }: Difference, t: Translate): string {
  const field = fieldOf(key);
  const setting = t(field.label);
  if (typeof to === 'boolean') return t(to ? texts.on : texts.off, { setting });
  if (typeof to === 'number') return t(texts.changedTo, { setting, value: formatMeasure(to) });
  const option = field.kind === 'choice' && field.options.find(({ id }) => id === to);
  return t(texts.changedTo, { setting, value: option ? t(option.name) : String(to) });
}
