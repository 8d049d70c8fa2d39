import { median } from '../../../src/base/median';
import { trustOwnScripts } from '../../../src/state/page/trustedTypes';
import type { Comparison, Count, Failure, Question, Result, Standing } from './contender';

declare global {
  /** Lets contenders take turns, once they agree. */
  var bench: (comparison: Comparison) => Promise<Result>;
}

trustOwnScripts();

globalThis.bench = async ({ contenders, tolerance, rounds, least }) => {
  const names = Object.keys(contenders);
  const seats = new Map(names.map((name) => [name, seat()]));
  const each = async <Answer>(question: (name: string) => Question) => {
    const answers: [string, Answer][] = [];
    for (const [name, { ask }] of seats) answers.push([name, await ask<Answer>(question(name))]);
    return Object.fromEntries(answers);
  };
  try {
    const standing = await each<Standing>((name) => ({
      kind: 'open',
      job: contenders[name] as Comparison['contenders'][string],
    }));
    const [first = ''] = names;
    const deviations = tolerance === null ? {} : agree(standing, first, tolerance);
    const before = await each<Count>(() => ({ kind: 'count' }));
    const times: Record<string, number>[] = [];
    for (let round = 0; round < rounds; round++) {
      times.push(await each<number>(() => ({ kind: 'time', least })));
    }
    const after = await each<Count>(() => ({ kind: 'count' }));
    const byName = <Value>(value: (name: string) => Value) =>
      Object.fromEntries(names.map((name) => [name, value(name)]));
    return {
      backend: standing[first]?.backend ?? 'cpu',
      times: byName((name) => median(times.map((round) => round[name] ?? Number.NaN))),
      draws: byName((name) => after[name]?.draws ?? 0),
      deviations,
      tensors: byName((name) => [before[name]?.tensors ?? 0, after[name]?.tensors ?? 0] as const),
    };
  } finally {
    for (const { close } of seats.values()) close();
  }
};

/** A worker that answers one question at a time. */
function seat() {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const ask = <Answer>(question: Question) =>
    new Promise<Answer>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Answer | Failure>) =>
        isFailure(data) ? reject(new Error(data.failure)) : resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(question);
    });
  return { ask, close: () => worker.terminate() };
}

function isFailure(answer: unknown): answer is Failure {
  return typeof answer === 'object' && answer !== null && 'failure' in answer;
}

/** How far the updates must have moved the first contender's numbers, in tolerances, for an agreement to say something. */
const leastMoved = 10;

/** Nobody is timed who computes something else: throws unless all numbers of all steps agree. */
function agree(
  standing: Readonly<Record<string, Standing>>,
  first: string,
  tolerance: number,
): Record<string, number> {
  const own = standing[first]?.checked ?? [];
  const moved = deviation(own.at(-1) ?? [], own[0] ?? []);
  if (!(moved > leastMoved * tolerance)) throw new Error(`The updates do not show: ${moved}.`);
  const compared = Object.entries(standing).filter(([, { checked }]) => checked.length > 0);
  const deviations = compared.map(([name, { checked }]) => {
    const worst = deviation(checked.flat(), own.flat());
    if (!(worst <= tolerance)) throw new Error(`${name} computes something else: ${worst}.`);
    return [name, worst] as const;
  });
  return Object.fromEntries(deviations);
}

/** The largest relative difference; NaN where something is not a number or missing. */
function deviation(values: readonly number[], reference: readonly number[]): number {
  if (values.length !== reference.length) return Number.NaN;
  const apart = values.map((value, index) => {
    const wanted = reference[index] ?? Number.NaN;
    return value === wanted ? 0 : Math.abs(value / wanted - 1);
  });
  return apart.reduce((worst, one) => (one > worst || Number.isNaN(one) ? one : worst), 0);
}
