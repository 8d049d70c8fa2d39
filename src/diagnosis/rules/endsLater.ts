import { rule } from '../finding';
import { stepOf } from '../reading';

/** The record is finite, and a later one of the run is not. */
export const endsLater = rule({
  id: 'endsLater',
  find(evidence) {
    const { nonFinite } = evidence;
    if (!nonFinite || nonFinite.step <= stepOf(evidence)) return null;
    return {
      severity: 'warning',
      title: {
        en: 'Finite here, no longer at step {lostAt}',
        'zh-CN': '此时数值有限，到第 {lostAt} 步出现非有限值',
      },
      evidence: [
        {
          en: 'Step {lostAt}, layer {layer}; this is step {step}.',
          'zh-CN': '第 {lostAt} 步，第 {layer} 层；当前为第 {step} 步。',
        },
      ],
      cause: {
        en: 'What is found here led there.',
        'zh-CN': '此处的问题导致了后来的结果。',
      },
      places: { lostAt: nonFinite.step, layer: nonFinite.layer, step: stepOf(evidence) },
      fixes: [],
      notHelping: [],
    };
  },
});
