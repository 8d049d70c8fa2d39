import { backwardOverflow } from './backwardOverflow';
import { belowEpsilon } from './belowEpsilon';
import { clippingActive } from './clippingActive';
import { deadUnits } from './deadUnits';
import { endsLater } from './endsLater';
import { exploding } from './exploding';
import { fair } from './fair';
import { flatLoss } from './flatLoss';
import { forwardOverflow } from './forwardOverflow';
import { healthy } from './healthy';
import { notMoving } from './notMoving';
import { saturatedUnits } from './saturatedUnits';
import { shallow } from './shallow';
import { skippedSteps } from './skippedSteps';
import { squareOverflow } from './squareOverflow';
import { stepTooLarge } from './stepTooLarge';
import { updateOverflow } from './updateOverflow';
import { vanishing } from './vanishing';
import { zeroByZero } from './zeroByZero';
import { zeroGradients } from './zeroGradients';

/** The verdicts in order: the first that holds is given, and the last always holds. */
export const verdicts = [
  zeroByZero,
  forwardOverflow,
  backwardOverflow,
  updateOverflow,
  squareOverflow,
  zeroGradients,
  belowEpsilon,
  exploding,
  vanishing,
  stepTooLarge,
  notMoving,
  healthy,
  fair,
] as const;

/** What is said beside a verdict whenever it holds. */
export const companions = [
  skippedSteps,
  clippingActive,
  flatLoss,
  deadUnits,
  saturatedUnits,
  endsLater,
  shallow,
] as const;
