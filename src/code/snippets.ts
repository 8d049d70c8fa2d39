import { at } from '../base/at';
import { activationCode } from '../catalog/activations/code';
import type { Code, CodeOf } from '../catalog/code';
import { datasetCode } from '../catalog/datasets/code';
import type { Entry } from '../catalog/entry';
import { formatCode } from '../catalog/formats/code';
import { initializerCode } from '../catalog/initializers/code';
import { lossCode } from '../catalog/losses/code';
import { lossScalingCode } from '../catalog/lossScalings/code';
import { normalizationCode } from '../catalog/normalizations/code';
import { optimizerCode } from '../catalog/optimizers/code';
import { residualCode } from '../catalog/residuals/code';
import {
  loopCode,
  lossCode as penaltyCode,
  rateCode,
  transformationCode,
  updateCode,
} from '../catalog/safeguards/code';
import { scheduleCode } from '../catalog/schedules/code';
import { chosenIn } from '../experiment/choices';
import type { Experiment } from '../experiment/schema';

/** The code of options, by the setting that chooses one. */
const options = {
  dataset: datasetCode,
  activation: activationCode,
  initializer: initializerCode,
  loss: lossCode,
  optimizer: optimizerCode,
  schedule: scheduleCode,
  numberFormat: formatCode,
  lossScaling: lossScalingCode,
  normalization: normalizationCode,
} as const;

/** The code of safeguards, by the stage where they act. */
const safeguards = {
  loss: penaltyCode,
  loop: loopCode,
  rate: rateCode,
  gradient: transformationCode,
} as const;

/** The code of an option. */
export function codeOfOption(setting: keyof typeof options, id: string): Code {
  const codes: CodeOf<string> = options[setting];
  return at(codes, id, `code of ${setting}`);
}

/** The code of a safeguard on the loss, the loop, the rate or the gradient. */
export function codeOfSafeguard(stage: keyof typeof safeguards, id: string): Code {
  const codes: CodeOf<string> = safeguards[stage];
  return at(codes, id, 'code of safeguard');
}

/** Everything in force in an experiment that has no code: there is no script of it. */
export function withoutCode(experiment: Experiment): readonly Entry[] {
  const byKey: Readonly<Record<string, object>> = { ...options, residual: residualCode };
  const guards = Object.assign({}, ...Object.values(safeguards), updateCode);
  return chosenIn(experiment)
    .filter(({ key, entry }) => !Object.hasOwn(byKey[key] ?? guards, entry.id))
    .map(({ entry }) => entry);
}
