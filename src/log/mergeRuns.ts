import { gap } from './numbers';
import type { LogRun, Series } from './runs';

/** A file and the runs in it. */
interface FileRuns {
  readonly file: string;
  readonly runs: readonly LogRun[];
}

/**
 * Brings the runs of several files together: files that hold different series of one training, as TensorBoard's of one
 * tag each, are one run; files that hold the same series, or layers each, are runs of their own.
 */
export function mergeRuns(files: readonly FileRuns[]): readonly LogRun[] {
  if (files.length === 1) return files[0]?.runs ?? [];
  const singles = files.filter(({ runs }) => runs.length === 1);
  const isOneTraining = singles.length === files.length && areParts(singles);
  if (!isOneTraining) {
    return files.flatMap(({ file, runs }) =>
      runs.map((run) => ({ ...run, name: run.name === '' ? file : `${file}: ${run.name}` })),
    );
  }
  return [joined(singles.flatMap(({ runs }) => runs))];
}

/** Tests whether files hold parts of one training: no series twice, and layers in one table or in single tags. */
function areParts(files: readonly FileRuns[]): boolean {
  const names = files.flatMap(({ runs }) =>
    runs.flatMap(({ network, layers }) =>
      [...network, ...layers].map(({ name, ...own }) =>
        'parameter' in own ? `${name} ${own.parameter} ${own.measure}` : name,
      ),
    ),
  );
  if (new Set(names).size < names.length) return false;
  const withMany = files.filter(({ runs }) => runs.some(({ layers }) => layers.length > 1));
  const withOne = files.filter(({ runs }) => runs.some(({ layers }) => layers.length === 1));
  return withMany.length <= 1 && !(withMany.length === 1 && withOne.length > 0);
}

/** Lays runs over the steps of all of them. */
function joined(runs: readonly LogRun[]): LogRun {
  const steps = Float64Array.from(new Set(runs.flatMap((run) => [...run.steps]))).sort();
  const placeOf = new Map(Array.from(steps, (step, index) => [step, index]));
  const spread = <Own extends Series>(run: LogRun, series: Own): Own => {
    const values = new Float64Array(steps.length).fill(gap);
    run.steps.forEach((step, index) => {
      values[placeOf.get(step) ?? 0] = series.values[index] ?? gap;
    });
    return { ...series, values };
  };
  const [first] = runs;
  return {
    name: '',
    steps,
    counter: first?.counter ?? 'step',
    network: runs.flatMap((run) => run.network.map((series) => spread(run, series))),
    layers: runs.flatMap((run) => run.layers.map((series) => spread(run, series))),
    statistic: first?.statistic ?? '',
    isRestarted: runs.some(({ isRestarted }) => isRestarted),
    isAssumed: runs.some(({ isAssumed }) => isAssumed),
    histograms: runs.flatMap(({ histograms }) => histograms),
  };
}
