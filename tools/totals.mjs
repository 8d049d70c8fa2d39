import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {{ name: string, seconds: number }} Timed
 * @typedef {{ passed: number, failed: number, skipped: number, tests: Timed[] }} Totals
 */

/**
 * The totals of what did not report, or of nothing.
 * @param {Partial<Totals>} counts
 * @returns {Totals}
 */
export const totals = (counts) => ({ passed: 0, failed: 0, skipped: 0, tests: [], ...counts });

/**
 * Sums totals, and keeps the tests of all.
 * @param {readonly Totals[]} parts
 * @returns {Totals}
 */
export function sum(parts) {
  return parts.reduce(
    (all, part) => ({
      passed: all.passed + part.passed,
      failed: all.failed + part.failed,
      skipped: all.skipped + part.skipped,
      tests: [...all.tests, ...part.tests],
    }),
    totals({}),
  );
}

/**
 * The line that ends a run: '12 passed, 0 failed, 1 skipped'.
 * @param {Totals} counts
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * A runner that did not succeed counts at least one failure, even where no test of its own failed.
 * @param {Totals} counts
 * @param {boolean} success
 * @returns {Totals}
 */
function atLeastOneFailure(counts, success) {
  return { ...counts, failed: success ? counts.failed : Math.max(1, counts.failed) };
}

/** @param {string} file */
const report = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/**
 * @typedef {{ fullName: string, status: string, duration?: number | null, tags: string[] }} Assertion
 * @typedef {{ name: string, status: string, assertionResults: Assertion[] }} TestFile
 */

/**
 * Totals of vitest's JSON report; a test file that could not be loaded is one failure.
 * @param {string} file
 * @param {boolean} success whether the runner succeeded
 * @param {(tags: readonly string[]) => boolean} isAsked tests with other tags were left out, which is not skipped
 * @returns {Totals}
 */
export function vitestTotals(file, success, isAsked) {
  const json = report(file);
  if (json === undefined) return totals({ failed: 1 });
  /** @type {TestFile[]} */
  const files = json.testResults;
  const asked = files.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ tags }) => isAsked(tags))
      .map((test) => ({ ...test, file: name.replace(/^.*\/tests\//, '') })),
  );
  const broken = files.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const passed = asked.filter(({ status }) => status === 'passed');
  const failed = asked.filter(({ status }) => status === 'failed');
  const counts = {
    passed: passed.length,
    failed: failed.length + broken.length,
    skipped: asked.length - passed.length - failed.length,
    tests: asked.map(({ file: name, fullName, duration }) => ({
      name: `${name}: ${fullName}`,
      seconds: (duration ?? 0) / 1000,
    })),
  };
  return atLeastOneFailure(counts, success);
}

/** @typedef {{ title: string, file: string, tests: { results: { duration: number }[] }[] }} Spec */
/** @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite */

/**
 * Totals of Playwright's JSON report.
 * @param {string} file
 * @param {boolean} success whether the runner succeeded
 * @returns {Totals}
 */
export function playwrightTotals(file, success) {
  const json = report(file);
  if (json === undefined) return totals({ failed: 1 });
  /** @type {(suite: Suite) => Spec[]} */
  const specsIn = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsIn)];
  const tests = specsIn(json).map(({ title, file: name, tests: [test] }) => ({
    name: `e2e/${name}: ${title}`,
    seconds: (test?.results.at(-1)?.duration ?? 0) / 1000,
  }));
  const { expected, unexpected, flaky, skipped } = json.stats;
  return atLeastOneFailure(
    { passed: expected, failed: unexpected + flaky, skipped, tests },
    success,
  );
}
