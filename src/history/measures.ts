/**
 * Measured once per step. Losses are means; `penalty` is what loss safeguards add to the loss;
 * `learningRate` is the step's own, after schedule and warm-up; `lossScale` is the factor of the loss
 * in the backward pass (every other measure is of the loss itself).
 */
export const stepMeasures = [
  'step',
  'loss',
  'penalty',
  'accuracy',
  'validationLoss',
  'validationAccuracy',
  'gradNorm',
  'learningRate',
  'lossScale',
] as const;

/**
 * Measured in every layer: 2-norms of `∂L/∂h_l` (`gradH`, from 0, the input), `∂L/∂z_l` (`gradZ`), the
 * part of `∂L/∂h_{l−1}` that came through the weights of a layer beside its skip (`gradBranch`),
 * the raw weight and bias gradients (`gradW`, `gradB`), the raw gradient of all parameters of the
 * layer (`gradTheta`), the weight gradient after the safeguards
 * (`processedW`) and the largest component, over all parameters of the layer, of what the optimizer gets
 * (`maxProcessed`), the weights (`weight`); over all parameters of the layer `‖Δθ_l‖` (`change`) and
 * `‖Δθ_l‖/‖θ_l‖` (`update`); the RMS of `h_l` (`actRms`, from 0; at D the output's); the shares of
 * dead units and of saturated activations (`dead`, `saturated`); the largest component of `∂L/∂h_l`
 * (`maxGradH`); the mean of `φ'²` over batch and units (`slope`), and the same with every sample weighted by
 * its share of `‖∂L/∂h_l‖²` (`weightedSlope`: at step 0, where a prediction rests on it).
 */
export const layerMeasures = [
  'gradH',
  'gradZ',
  'gradBranch',
  'gradW',
  'gradB',
  'gradTheta',
  'processedW',
  'maxProcessed',
  'weight',
  'change',
  'update',
  'actRms',
  'dead',
  'saturated',
  'maxGradH',
  'slope',
  'weightedSlope',
] as const;

/**
 * Norm of what a stage of the pipeline made of the gradient, over all parameters of a layer or of the
 * network: the stages of a step are measured as they are in force.
 */
export type StageMeasure = `after:${string}`;

/** Share of the components or units that a stage limited. */
export type ShareMeasure = `share:${string}`;

/** A measure of a whole step. */
export type StepMeasure = (typeof stepMeasures)[number] | StageMeasure | ShareMeasure;

/** A measure of one layer at one step. */
export type LayerMeasure = (typeof layerMeasures)[number] | StageMeasure;

/** Stands where nothing was measured: every measure is at least 0, Inf or NaN. */
export const absent = -1;

/** Where a training stopped being finite: layers count from 1, the input is 0, the loss stands at D. */
export interface NonFinite {
  readonly step: number;
  readonly layer: number;
  readonly tensor: FiniteTensor;
}

/** The tensors watched for ±Inf and NaN, in the order in which a step computes them. */
export const finiteTensors = [
  'activation',
  'output',
  'loss',
  'gradZ',
  'gradW',
  'gradB',
  'gradH',
  'change',
] as const;

/** One of the tensors watched for ±Inf and NaN. */
export type FiniteTensor = (typeof finiteTensors)[number];
