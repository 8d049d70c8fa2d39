import type { History } from '../../../history/history';
import type { StepMeasure } from '../../../history/measures';
import { chartTexts as texts } from '../../../i18n/charts';
import type { Translate } from '../../../i18n/translate';
import { latest, type Trace, trace } from '../series/trace';

/** A thin line of what is measured in every step on the batch, a thick one of what validation finds. */
export function learningTraces(
  history: History,
  [training, validation]: readonly [StepMeasure, StepMeasure],
  t: Translate,
): readonly Trace[] {
  return [
    trace(history, {
      id: training,
      label: t(texts.training),
      color: 'var(--ink-2)',
      width: 1.2,
      labeled: true,
      value: (index) => history.at(index, training),
    }),
    trace(history, {
      id: validation,
      label: t(texts.validation),
      color: 'var(--accent)',
      width: 2.2,
      labeled: true,
      value: (index) => history.at(index, validation),
    }),
  ];
}

/** The newest value of each line in words. */
export function sayLatest(
  history: History,
  traces: readonly Trace[],
  format: (value: number) => string,
  t: Translate,
): readonly string[] {
  return traces.map((line) => {
    const point = latest(history, line, history.length - 1);
    return point ? format(point.value) : t(texts.notMeasured);
  });
}
