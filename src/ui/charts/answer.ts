import type { Answer, Run } from '../../state/run';

/** What the weights of this very run told last; the answer of the run before it is not shown as its own. */
export function answerOf({ id, inspection }: Run): Answer | null {
  return inspection?.run === id ? inspection : null;
}
