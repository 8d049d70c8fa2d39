import { type CodeOf, code, pythonAnd } from '../code';
import type { lossScalings } from '.';

/**
 * Each loss scaling: what makes `loss_scale` (`lossScale` in JavaScript), with its `factor`, and, if the
 * factor follows the gradients, `follow(finite)`; '' where the loss is not scaled.
 */
export const lossScalingCode: CodeOf<(typeof lossScalings)[number]['id']> = {
  none: pythonAnd('', ''),
  static: pythonAnd(
    code`
      class LossScale:
          factor = LOSS_SCALE
    `,
    code`
      class LossScale {
        factor = LOSS_SCALE;
      }
    `,
  ),
  dynamic: pythonAnd(
    code`
      class LossScale:
          factor, stood = INITIAL_LOSS_SCALE, 0

          def follow(self, finite):
              self.stood = self.stood + 1 if finite else 0
              if not finite:
                  self.factor = max(2**-24, self.factor / 2)
              elif self.stood >= LOSS_SCALE_INTERVAL:
                  self.factor, self.stood = min(2**24, self.factor * 2), 0
    `,
    code`
      class LossScale {
        factor = INITIAL_LOSS_SCALE;
        stood = 0;

        follow(finite) {
          this.stood = finite ? this.stood + 1 : 0;
          if (!finite) this.factor = Math.max(2 ** -24, this.factor / 2);
          else if (this.stood >= LOSS_SCALE_INTERVAL) {
            this.factor = Math.min(2 ** 24, this.factor * 2);
            this.stood = 0;
          }
        }
      }
    `,
  ),
};
