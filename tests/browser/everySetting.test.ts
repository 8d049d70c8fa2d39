import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wasmPaths } from '../../src/engine/tfjs/binaries';
import { costOf, excessOf } from '../../src/experiment/budget';
import { experimentOf } from '../../src/experiment/legality';
import { encodeLink } from '../../src/experiment/link';
import type { Experiment } from '../../src/experiment/schema';
import type { Report } from '../../src/worker/protocol';
import { serve } from '../../src/worker/server';
import { openForTest, watchHeap } from '../support/backends';
import { spreadExperiment } from '../support/experiments';

/** Random experiments; the deep tests ask for more. */
const count = Number(import.meta.env.VITE_EXPERIMENTS ?? 6);

/** Steps that each is trained. */
const steps = 5;

/** Bytes beside those of a step: freed blocks that are kept, snapshots, and what the predictions need. */
const beside = 300e6;

/** The most that a handful of experiments may ask, and many. */
const works = { wasm: [1e8, 1e9], cpu: [1e6, 2e7], webgl: [1e7, 2e8] } as const;

/** The part of the experiments that each backend gets. */
const shares = { wasm: 1, cpu: 1 / 12, webgl: 1 / 12 } as const;

type Kind<T extends Report['type']> = Extract<Report, { readonly type: T }>;

/** The page's end of the line to a worker's server, which trains one experiment after the other. */
function openLine() {
  const reports: Report[] = [];
  let awake = () => {};
  let [run, ticket] = [0, 0];
  const send = serve(
    {
      post(report) {
        if (report.type === 'records') send({ type: 'acknowledge', run: report.run });
        reports.push(report);
        awake();
      },
    },
    { wasmPaths },
  );
  send({ type: 'open', softwareWebgl: true });

  async function answer<T extends Report['type']>(
    type: T,
    isIt: (report: Kind<T>) => boolean = () => true,
  ): Promise<Kind<T>> {
    for (;;) {
      const failed = reports.find((report) => report.type === 'failed');
      if (failed) throw new Error(failed.message);
      const found = reports.find(
        (report): report is Kind<T> => report.type === type && isIt(report as Kind<T>),
      );
      if (found) return found;
      await new Promise<void>((resolve) => {
        awake = resolve;
      });
    }
  }

  const settled = () =>
    answer('state', ({ ticket: own, state }) => own >= ticket && /ready|nonFinite/.test(state));

  return {
    /** Trains an experiment and looks at the last layer where it ends, and tells the backend. */
    async train(experiment: Experiment): Promise<string> {
      reports.length = 0;
      run += 1;
      send({ type: 'configure', run, ticket: ++ticket, experiment });
      await settled();
      send({ type: 'run', run, ticket: ++ticket, steps });
      await settled();
      const layer = experiment.depth;
      send({ type: 'inspect', run, step: null, layer, withNorms: false });
      await answer('inspected');
      return (await answer('prepared')).backend.backend;
    },
  };
}

describe.each(['wasm', 'cpu', 'webgl'] as const)(
  'experiments with any setting, on %s',
  (backend) => {
    const numRuns = Math.ceil(count * shares[backend]);
    const [little, much] = works[backend];
    const most = count > 20 ? much : little;
    const experiments = spreadExperiment
      .map((experiment): Experiment => ({ ...experiment, backend }))
      .filter((experiment) => costOf(experiment).work <= most && excessOf(experiment).length === 0);
    const idle = experimentOf({
      depth: 2,
      width: 4,
      samples: 20,
      batchSize: 5,
      backend,
    }).experiment;

    it(
      `${numRuns} train without a fault, within their memory, and leave nothing behind`,
      async () => {
        const ops = await openForTest(backend);
        const heap = backend === 'wasm' ? watchHeap() : null;
        const line = openLine();
        await line.train(idle);
        const tensors = ops.tensorCount();
        await fc.assert(
          fc.asyncProperty(experiments, async (experiment) => {
            const link = encodeLink(experiment);
            const computedOn = await line.train(experiment).catch((error) => {
              throw new Error(link, { cause: error });
            });
            expect(computedOn, link).toBe(backend);
            await line.train(idle);
            expect(ops.tensorCount(), link).toBe(tensors);
            expect(heap?.peak() ?? 0, link).toBeLessThan(costOf(experiment).bytes + beside);
          }),
          { numRuns, seed: Number(import.meta.env.VITE_SEED ?? 20261125), endOnFailure: true },
        );
        expect(heap?.bytes() ?? 0).toBeLessThan(beside / 2);
      },
      numRuns * 60_000,
    );
  },
);
