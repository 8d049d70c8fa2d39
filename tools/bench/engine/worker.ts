import * as tf from '@tensorflow/tfjs';
import { createChooser } from '../../../src/engine/choice';
import { openBackend } from '../../../src/engine/tfjs/backend';
import { wasmPaths } from '../../../src/engine/tfjs/binaries';
import type { Backend } from '../../../src/experiment/backends';
import { makeBatch, makeData } from '../../../src/experiment/data';
import { experimentOf } from '../../../src/experiment/legality';
import { initialWeights, widthsOf } from '../../../src/experiment/weights';
import type { Ops } from '../../../src/ops/ops';
import type {
  Contender,
  Count,
  Failure,
  Job,
  Measured,
  Question,
  Standing,
  Start,
  Way,
} from './contender';
import { drawsOf } from './draws';
import { floor } from './floor';
import { ours } from './ours';
import { plain } from './plain';
import { leanTape, naive } from './tape';

/** Steps whose numbers are compared: from the second on they tell of updates. */
const checkedSteps = 3;

let contender: Contender | null = null;
let ops: Ops | null = null;

/** An error of an answer would not reach the page by itself. */
self.onmessage = async ({ data }: MessageEvent<Question>) =>
  postMessage(await answer(data).catch((error): Failure => ({ failure: String(error) })));

async function answer(question: Question): Promise<Standing | number | Count> {
  switch (question.kind) {
    case 'open':
      return open(question.job);
    case 'time':
      return timeStep(question.least);
    case 'count':
      return { draws: await drawsOf(opened()), tensors: aliveOf() };
  }
}

async function open({ way, backend, settings, widths, checkedRate }: Job): Promise<Standing> {
  const own = startOf(settings, widths);
  const found = await backendFor(backend, own);
  ops = found.ops;
  await tf.ready();
  const checked = makers[way](ops, startOf({ ...settings, learningRate: checkedRate }, widths));
  const steps: (readonly number[])[] = [];
  for (let step = 0; step < checkedSteps; step++) {
    const measured = await checked.step();
    if (measured) steps.push(numbersOf(measured));
  }
  checked.dispose();
  contender = makers[way](ops, own);
  await contender.step();
  return { backend: found.backend, checked: steps };
}

const makers: Readonly<Record<Way, (ops: Ops, start: Start) => Contender>> = {
  ours,
  floor,
  naive: (_, start) => naive(start),
  tape: (_, start) => leanTape(start),
  plain: (_, start) => plain(start),
};

async function backendFor(
  backend: Job['backend'],
  { experiment }: Start,
): Promise<{ readonly ops: Ops; readonly backend: Backend }> {
  const paths = wasmPaths && { wasmPaths };
  if (backend === 'auto') return createChooser({ ...paths }).choose(experiment);
  const found = await openBackend(backend, { softwareWebgl: true, ...paths });
  if ('refusal' in found) throw new Error(found.refusal);
  return { ops: found.ops, backend };
}

function startOf(settings: Job['settings'], given: Job['widths']): Start {
  const { experiment } = experimentOf(settings);
  const widths = given ?? widthsOf(experiment);
  return {
    experiment,
    activation: experiment.activation === 'tanh' ? 'tanh' : 'relu',
    batch: makeBatch(experiment, makeData(experiment).training, 0),
    widths,
    weights: widths
      .slice(1)
      .map((fanOut, index) => initialWeights(experiment, index + 1, widths[index] ?? 1, fanOut)),
  };
}

function numbersOf({ loss, weights, biases, activations }: Measured): readonly number[] {
  return [loss, ...weights, ...biases, ...activations];
}

function opened(): Contender {
  if (!contender) throw new Error('Nothing stands yet.');
  return contender;
}

/** Tensors alive: those of this engine and those that tfjs knows. */
function aliveOf(): number {
  return (ops?.tensorCount() ?? 0) + tf.memory().numTensors;
}

async function timeStep(least: number): Promise<number> {
  await opened().step();
  const start = performance.now();
  let steps = 0;
  do {
    await opened().step();
    steps += 1;
  } while (performance.now() - start < least);
  return (performance.now() - start) / steps;
}
