import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/**
 * A runner that did not succeed counts at least one failure, even where no test of its own failed.
 * @param {Totals} totals
 * @param {boolean} success
 * @returns {Totals}
 */
function atLeastOneFailure(totals, success) {
  return { ...totals, failed: success ? totals.failed : Math.max(1, totals.failed) };
}

/** @param {string} file */
const report = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/**
 * Totals of vitest's JSON report; a test file that could not be loaded is one failure.
 * @param {string} file
 * @param {boolean} success whether the runner succeeded
 * @returns {Totals}
 */
export function vitestTotals(file, success) {
  const json = report(file);
  if (json === undefined) return { passed: 0, failed: 1, skipped: 0 };
  /** @type {{ status: string, assertionResults: unknown[] }[]} */
  const files = json.testResults;
  const broken = files.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  );
  const totals = {
    passed: json.numPassedTests,
    failed: json.numFailedTests + broken.length,
    skipped: json.numPendingTests + json.numTodoTests,
  };
  return atLeastOneFailure(totals, success);
}

/**
 * Totals of Playwright's JSON report.
 * @param {string} file
 * @param {boolean} success whether the runner succeeded
 * @returns {Totals}
 */
export function playwrightTotals(file, success) {
  const stats = report(file)?.stats;
  if (stats === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const totals = {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  };
  return atLeastOneFailure(totals, success);
}
