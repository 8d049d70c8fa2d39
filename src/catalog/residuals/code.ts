import { type Code, type CodeOf, pythonAnd } from '../code';
import type { residuals } from '.';

/** The factors of `h' = skip·h + branch·φ(…)` as expressions; both '' without a skip. */
interface Factors {
  readonly skip: Code;
  readonly branch: Code;
}

const nothing = pythonAnd('', '');
const one = pythonAnd('1', '1');

/** Each form of residual connection by its two factors. */
export const residualCode: CodeOf<(typeof residuals)[number]['id'], Factors> = {
  none: { skip: nothing, branch: nothing },
  plain: { skip: one, branch: one },
  inverseSqrtTwo: { skip: one, branch: pythonAnd('math.sqrt(0.5)', 'Math.SQRT1_2') },
  inverseSqrtDepth: {
    skip: one,
    branch: pythonAnd('1 / math.sqrt(DEPTH)', '1 / Math.sqrt(DEPTH)'),
  },
  custom: {
    skip: pythonAnd('RESIDUAL_SKIP', 'RESIDUAL_SKIP'),
    branch: pythonAnd('RESIDUAL_BRANCH', 'RESIDUAL_BRANCH'),
  },
};
