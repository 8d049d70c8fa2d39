import type { History } from '../../../history/history';
import { absent, type StepMeasure } from '../../../history/measures';
import { chartTexts as texts } from '../../../i18n/charts';
import type { Translate } from '../../../i18n/translate';
import type { Baseline } from '../../../state/store/kept';
import { pinStyle } from '../colors/pins';
import { type Trace, type TraceSpec, trace } from '../series/trace';

/** A line of a pinned run, beside those of the run on screen, whose records it is read at by their step. */
export function pinnedTrace(
  baseline: Baseline,
  shown: History,
  { id, ...spec }: Pick<TraceSpec, 'id' | 'label' | 'labeled'> & Partial<Pick<TraceSpec, 'width'>>,
  value: (history: History, index: number) => number,
): Trace {
  const { history } = baseline;
  const last = history.at(history.length - 1, 'step');
  const own = trace(history, {
    width: 1.4,
    ...spec,
    id: `${baseline.id} ${id}`,
    ...pinStyle(baseline),
    value: (index) => value(history, index),
  });
  return {
    ...own,
    value(index) {
      const step = shown.at(index, 'step');
      return step > last ? absent : value(history, history.indexOf(step));
    },
  };
}

/** Two lines of every pinned run, named by it: a thin one of the batch, a thick one of what validation finds. */
export function pinnedTraces(
  baselines: readonly Baseline[],
  shown: History,
  [training, validation]: readonly [StepMeasure, StepMeasure],
  t: Translate,
): readonly Trace[] {
  return baselines.flatMap((baseline) => {
    const line = (measure: StepMeasure, spec: Pick<TraceSpec, 'label' | 'labeled' | 'width'>) =>
      pinnedTrace(baseline, shown, { id: measure, ...spec }, (history, index) =>
        history.at(index, measure),
      );
    const { name } = baseline;
    const label = t(texts.pinnedValidation, { name });
    return [
      line(training, { label: name, labeled: true, width: 1.2 }),
      line(validation, { label, labeled: false, width: 2.2 }),
    ];
  });
}
