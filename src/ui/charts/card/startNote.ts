import { chartTexts as texts } from '../../../i18n/charts';
import type { Translate } from '../../../i18n/translate';
import type { Records } from '../../../state/store/run';

/** What a chart over steps says while there is only step 0 and training could go on. */
export function startNote({ history, nonFinite }: Records, t: Translate): string | undefined {
  return history.length === 1 && !nonFinite ? t(texts.pressRun) : undefined;
}
