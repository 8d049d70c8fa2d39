import { expect } from 'vitest';
import type { ReadLog } from '../../src/log/read';

/** Numbers of a finding, by the names of their places. */
type PlacesOf = (id: string) => Readonly<Record<string, number | string>>;

/** What must be seen of a log. */
interface Expected {
  readonly layers: number;
  readonly steps?: number;
  readonly names?: readonly string[];
  /** Findings that must be there, and that must not. */
  readonly ids?: readonly string[];
  readonly not?: readonly string[];
  readonly nonFinite?: number | null;
  /** Series of the whole network, as the file calls them. */
  readonly called?: Readonly<Record<string, string>>;
  readonly sureness?: string;
  readonly runs?: readonly string[];
  readonly check?: (log: ReadLog, of: PlacesOf) => void;
}

const near = (value: unknown, wanted: number, share = 0.05) =>
  expect(Math.abs(Number(value) / wanted - 1), `${value} for ${wanted}`).toBeLessThan(share);

const blocks = [
  'embed',
  'blocks.0',
  'blocks.1',
  'blocks.2',
  'blocks.3',
  'blocks.4',
  'blocks.5',
  'head',
];
const resnet = [
  'conv1',
  'bn1',
  ...[1, 2, 3, 4].flatMap((n) => [`layer${n}.0.conv1`, `layer${n}.0.bn1`]),
  'fc',
];
const exploding =
  (perLayer: number): NonNullable<Expected['check']> =>
  (_, of) =>
    near(of('exploding').perLayer, perLayer);
const good = ['steady', 'sound'];

/** What must be seen of each file of `tests/field`. */
export const fieldLogs: Readonly<Record<string, Expected>> = {
  'sequential-net-exploding-reference.csv': {
    ...{ layers: 10, ids: ['exploding'], not: good },
    check: (_, of) => {
      near(of('exploding').perLayer, 2.48);
      near(of('exploding').total, 1425);
    },
  },
  'autoencoder-encoder-decoder-exploding.csv': {
    ...{ layers: 12, ids: ['exploding'], not: good, check: exploding(2.5) },
  },
  'columns-sorted-embed-blocks-head-exploding.csv': {
    ...{ layers: 8, names: blocks, ids: ['exploding'], not: good, check: exploding(3.07) },
  },
  'columns-in-order-embed-blocks-head-exploding.csv': {
    ...{ layers: 8, names: blocks, ids: ['exploding'], not: good, check: exploding(3.07) },
  },
  'lightning-per-param-resnet.csv': { layers: 11, names: resnet, not: ['exploding', 'vanishing'] },
  'lstm-parameter-names.csv': {
    ...{ layers: 5, names: ['embedding', 'lstm.l0', 'lstm.l1', 'lstm.l2', 'fc'] },
    check: (log) => expect(log.telling).toBe('gradB'),
  },
  'lightning-old-names-step-epoch.csv': {
    ...{
      layers: 5,
      steps: 20,
      called: { gradNorm: 'grad_2.0_norm_total_step' },
      not: ['exploding'],
    },
  },
  'columns-gradients-param_norm-suffix.csv': { layers: 8, ids: ['exploding'], check: exploding(3) },
  'long-step-tag-value.csv': {
    ...{
      layers: 0,
      called: { loss: 'train/loss', validationLoss: 'val/loss', learningRate: 'lr' },
    },
  },
  'rl-actor-critic-grad_norms.csv': {
    ...{ layers: 3, names: ['actor', 'critic', 'alpha'], sureness: 'separate', ids: ['separate'] },
    not: ['vanishing', 'exploding', 'shrinks', 'grows', ...good],
  },
  'olmo-optim-metrics.csv': {
    ...{ layers: 8, ids: ['weightsOnly'], not: ['exploding', 'vanishing', ...good] },
    called: { gradNorm: 'optim/total_grad_norm', loss: 'train/CrossEntropyLoss' },
  },
  'grad_param_ratio-columns.csv': {
    ...{ layers: 5, names: ['fc1', 'fc2', 'fc3', 'fc4', 'fc5'], not: ['exploding', ...good] },
    check: (log) => expect(log.shape.layers).toEqual(['gradW', 'weight']),
  },
  'composer-layer_grad_l2_norm.jsonl': { layers: 5, called: { gradNorm: 'grad_l2_norm/step' } },
  'step-layer-mean_grad-max_grad.csv': { layers: 10, ids: ['sizes', 'exploding'], not: good },
  'step-layer-param-columns.csv': {
    ...{ layers: 8, ids: ['exploding'] },
    check: (log) => expect(log.shape.layers).toEqual(['gradW', 'gradB']),
  },
  'several-losses-per-layer.csv': { layers: 5, called: { loss: 'loss' } },
  ...Object.fromEntries(
    ['before', 'after'].map((where) => [
      `global-grad_norm-${where}-layer-columns.csv`,
      {
        ...{
          layers: 6,
          ids: ['grows'],
          not: good,
          called: { gradNorm: 'grad_norm', loss: 'loss' },
        },
        check: (_: ReadLog, of: PlacesOf) => near(of('grows').total, 52.6),
      },
    ]),
  ),
  'wandb-panel-two-runs-per-layer.csv': {
    layers: 8,
    runs: ['good-lion-1', 'bad-lion-2'],
    not: ['exploding', ...good],
  },
  'epoch-batch-restart-per-layer.csv': {
    ...{ layers: 6, steps: 80, ids: ['spikes', 'restarted'] },
    check: (_, of) => {
      expect(of('spikes').steps).toBe('0–4');
      expect(Number(of('spikes').ratio)).toBeGreaterThan(40);
      expect(Number(of('spikes').ratio)).toBeLessThan(70);
    },
  },
  'lightning-grads-every-50-loss-every-5.csv': {
    ...{ layers: 11, names: resnet, steps: 80 },
    check: (log) => expect(log.opensAt).toBe(350),
  },
  'amp-inf-at-0-1-37-healthy.csv': {
    ...{
      layers: 6,
      nonFinite: null,
      ids: ['skippedSteps'],
      not: ['nonFinite', 'passed', 'steady'],
    },
    check: (_, of) => expect(of('skippedSteps')).toMatchObject({ steps: '0, 1, 37', value: 'inf' }),
  },
  'time-growth-1.5-per-step.csv': {
    ...{
      layers: 6,
      nonFinite: 60,
      ids: ['grewUntilBroken'],
      not: ['spike', 'spikes', 'openSpike', ...good],
    },
    check: (_, of) => {
      near(of('grewUntilBroken').perStep, 1.5, 0.01);
      expect(of('grewUntilBroken')).toMatchObject({ count: 60, until: 60 });
    },
  },
  'time-growth-4-percent-still-finite.csv': {
    ...{ layers: 6, nonFinite: null, ids: ['grewOverTime'], not: ['spike', 'openSpike', ...good] },
    check: (_, of) => {
      near(of('grewOverTime').perStep, 1.04, 0.002);
      near(of('grewOverTime').total, 164, 0.1);
    },
  },
  'diverges-minus-nan-glibc.csv': { layers: 6, nonFinite: 20, ids: ['nonFinite'], not: good },
  'jsonl-lowercase-nan.jsonl': { layers: 5, nonFinite: 20, ids: ['nonFinite'], not: good },
  'diverges-empty-after.csv': { layers: 6, nonFinite: 20, ids: ['nonFinite'], not: good },
  'hf-trainer_state.json': {
    ...{ layers: 0, nonFinite: 240, ids: ['nonFinite', 'lossZero', 'logLayers'], not: good },
    called: {
      gradNorm: 'grad_norm',
      loss: 'loss',
      learningRate: 'learning_rate',
      validationLoss: 'eval_loss',
    },
  },
  'own-step-loss-lr-grad_norm.csv': {
    ...{ layers: 0, nonFinite: 450, ids: ['grewUntilBroken', 'logLayers'], not: good },
    called: { gradNorm: 'grad_norm', loss: 'loss', learningRate: 'lr' },
  },
  'lightning-metrics-global.csv': {
    ...{ layers: 0, steps: 15, nonFinite: null, ids: ['sound', 'logLayers'] },
    called: { gradNorm: 'train/grad_norm', loss: 'train/loss_step', validationLoss: 'val/loss' },
  },
  'wandb-panel-global.csv': {
    layers: 0,
    ids: ['sound'],
    called: { gradNorm: 'train/grad_norm', loss: 'train/loss' },
  },
  'grad_norm.csv': { layers: 0, steps: 66, called: { gradNorm: 'grad_norm' }, nonFinite: null },
  'tb-scalar-download.json': { layers: 0, steps: 30, ids: ['assumed', 'sound'], nonFinite: null },
  'mlflow-grad_norm': { layers: 0, steps: 30, ids: ['sound'], nonFinite: null },
  'megatron-stdout.txt': {
    ...{ layers: 0, nonFinite: 250, ids: ['nonFinite', 'scaleFalls', 'logLayers'], not: good },
    called: {
      gradNorm: 'grad norm',
      loss: 'lm loss',
      lossScale: 'loss scale',
      learningRate: 'learning rate',
    },
  },
  'deepspeed-stdout.txt': {
    ...{
      layers: 0,
      ids: ['overflows'],
      not: good,
      nonFinite: null,
      called: { learningRate: 'lr' },
    },
    check: (_, of) => expect(of('overflows')).toMatchObject({ count: 20, high: 65536, low: 8192 }),
  },
  'nanogpt-stdout.txt': {
    layers: 0,
    nonFinite: 220,
    called: { loss: 'loss', validationLoss: 'val loss' },
    not: good,
  },
  'mmdet-text.log': {
    ...{
      layers: 0,
      steps: 24,
      nonFinite: null,
      ids: ['passed'],
      called: { gradNorm: 'grad_norm', loss: 'loss' },
    },
    check: (_, of) => expect(of('passed')).toMatchObject({ steps: '100', value: 'NaN' }),
  },
  'fairseq-train_inner.txt': {
    ...{ layers: 0, steps: 30, ids: ['sound'] },
    called: { gradNorm: 'gnorm', loss: 'loss', lossScale: 'loss_scale', learningRate: 'lr' },
  },
  'print-per-layer.txt': { layers: 8, steps: 10, not: ['exploding', ...good] },
  'keras-training.log': {
    layers: 0,
    steps: 25,
    nonFinite: 18,
    called: { loss: 'loss', validationLoss: 'val_loss' },
  },
  'yolo-results.csv': {
    ...{ layers: 0, steps: 24, nonFinite: null, ids: ['validationBroken'] },
    called: { loss: 'train/box_loss', validationLoss: 'val/box_loss', learningRate: 'lr/pg0' },
    check: (_, of) => expect(of('validationBroken').step).toBe(11),
  },
  'epoch-layer-grad_norm.csv': { layers: 10, steps: 20, ids: ['exploding'], check: exploding(2) },
  'nested-grad_norms.json': { layers: 8, steps: 12 },
  'object-of-arrays-per-layer.json': { layers: 4, steps: 10, called: { loss: 'loss' } },
  'layer-n-grad-norm-spaces.csv': { layers: 6, steps: 20, called: { loss: 'Loss' } },
  'wandb-history-histograms.jsonl': { layers: 0, ids: ['histograms', 'logLayers'], not: ['sound'] },
  'semicolon-decimal-comma.csv': { layers: 6, steps: 6 },
  'gzipped.csv.gz': { layers: 6, steps: 6 },
  'comment-lines.csv': { layers: 6, steps: 6 },
};
