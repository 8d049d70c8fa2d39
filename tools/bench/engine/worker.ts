import * as tf from '@tensorflow/tfjs';
import { openBackend } from '../../../src/engine/tfjs/backend';
import { wasmPaths } from '../../../src/engine/tfjs/binaries';
import { makeBatch, makeData } from '../../../src/experiment/data';
import { experimentOf } from '../../../src/experiment/legality';
import { initialWeights, widthsOf } from '../../../src/experiment/weights';
import type { Contender, Job, Measured, Result, Start } from './contender';
import { drawsOf } from './draws';
import { floor } from './floor';
import { ours } from './ours';
import { plain } from './plain';
import { leanTape, naive } from './tape';

self.onmessage = async ({ data }: MessageEvent<Job>) => postMessage(await run(data));

async function run({ backend, settings, widths, rounds, least }: Job): Promise<Result> {
  const opened = await openBackend(backend, {
    softwareWebgl: true,
    ...(wasmPaths && { wasmPaths }),
  });
  if ('refusal' in opened) throw new Error(opened.refusal.en);
  await tf.ready();
  const start = startOf(settings, widths);
  const isSgd = start.experiment.optimizer === 'sgd';
  const contenders: Record<string, Contender> = {
    ours: ours(opened.ops, start),
    naive: naive(start),
    tape: leanTape(start),
    ...(isSgd && backend !== 'webgl' ? { plain: plain(start) } : {}),
    floor: floor(opened.ops, start),
  };
  const deviations = await agree(contenders);
  const times: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, contender] of Object.entries(contenders)) {
      const time = await timeStep(contender, least);
      times[name] = [...(times[name] ?? []), time];
    }
  }
  const draws: Record<string, number> = {};
  for (const [name, contender] of Object.entries(contenders)) {
    draws[name] = await drawsOf(contender);
    contender.dispose();
  }
  return {
    draws,
    times: Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)])),
    deviations,
  };
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

/** The first two steps of every contender against this engine's: nobody is timed who computes something else. */
async function agree(contenders: Readonly<Record<string, Contender>>) {
  const seen: Record<string, number[]> = {};
  for (let step = 0; step < 2; step++) {
    for (const [name, contender] of Object.entries(contenders)) {
      const found = await contender.step();
      if (found) seen[name] = [...(seen[name] ?? []), ...numbersOf(found)];
    }
  }
  const own = seen.ours ?? [];
  return Object.fromEntries(
    Object.entries(seen).map(([name, numbers]) => [
      name,
      Math.max(...numbers.map((value, index) => Math.abs(value / (own[index] ?? 0) - 1))),
    ]),
  );
}

function numbersOf({ loss, weights, biases, activations }: Measured): readonly number[] {
  return [loss, ...weights, ...biases, ...activations];
}

async function timeStep(contender: Contender, least: number): Promise<number> {
  await contender.step();
  const start = performance.now();
  let steps = 0;
  do {
    await contender.step();
    steps += 1;
  } while (performance.now() - start < least);
  return (performance.now() - start) / steps;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
