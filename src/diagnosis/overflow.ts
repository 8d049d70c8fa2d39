import { entryOf } from '../catalog/entry';
import { formats } from '../catalog/formats';
import { explosionOf } from './explosion';
import type { Evidence, Finding } from './finding';
import { fixesFor } from './fixes';
import { notHelping } from './notHelping';
import { remedies } from './remedies';
import { shorterSteps } from './stepTooFar';

/** What of a finding follows from why values left the range of their format. */
type Explained = Pick<Finding, 'cause' | 'fixes' | 'notHelping'>;

/** The number format of the signals: its name and its largest finite value. */
export function formatOf({ experiment }: Evidence) {
  const { name, largest } = entryOf(formats, experiment.numberFormat);
  return { format: name, limit: largest };
}

/**
 * Why values left the range: a step too far before, or growth from layer to layer.
 */
export function explainOverflow(evidence: Evidence): Explained {
  const shorter = shorterSteps(evidence);
  if (shorter) {
    return {
      cause: {
        en: 'A step before was too long: it changed the weights so much that a later pass left the range.',
        'zh-CN': '此前某一步的步长过大：权重变化过大，使之后的计算超出了范围。',
      },
      fixes: shorter,
      notHelping: [notHelping.l2, notHelping.skipNonFinite],
    };
  }
  const { cause, remedies: cures } = explosionOf(evidence);
  const [best, ...rest] = cures;
  const wanted = [...(best ? [best] : []), remedies.float32, ...rest];
  return {
    cause,
    fixes: fixesFor(evidence, wanted, true),
    notHelping: [notHelping.clippingTooLate, notHelping.skipNonFinite, notHelping.l2],
  };
}
