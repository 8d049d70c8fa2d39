import { linkLimit, linkVersion } from '../../experiment/link';
import { fieldOf, isKey } from '../../experiment/schema';
import { problemTexts } from '../../i18n/reading';
import { runFileTexts } from '../../i18n/runFile';
import { type Translate, useTranslate } from '../../i18n/translate';
import { useApp } from '../../state/hooks';
import { dismissProblems } from '../../state/run/actions';
import { mostBaselines } from '../../state/saved/pins';
import type { PageProblem } from '../../state/store/problems';
import { describe } from './describe';

/** What a link or a change asked for and did not get, over the page until dismissed. */
export function Problems() {
  const t = useTranslate();
  const problems = useApp((state) => state.problems);
  const lines = [...new Set(problems.map((problem) => sentence(problem, t)))];
  return (
    <div role="status" className="problems-place">
      {lines.length > 0 && (
        <div className="problems">
          <div>
            <strong>{t(problemTexts.title)}</strong>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
          <button type="button" className="button" onClick={dismissProblems}>
            {t(problemTexts.dismiss)}
          </button>
        </div>
      )}
    </div>
  );
}

function sentence(problem: PageProblem, t: Translate): string {
  if ('file' in problem) {
    const outcome = t(runFileTexts[problem.problem.kind], { ...problem.problem });
    return `${problem.file.slice(0, 40)}: ${outcome}`;
  }
  const { kind } = problem.problem;
  const key = 'key' in problem ? problem.key : '';
  const asked = 'asked' in problem ? String(problem.asked).slice(0, 40) : '';
  const setting = isKey(key) ? t(fieldOf(key).label) : key;
  const taken = 'taken' in problem ? t(describe(problem.key, problem.taken)) : '';
  const reason = problem.problem.kind === 'conflict' ? t(problem.problem.reason) : '';
  const limits = { limit: linkLimit, version: linkVersion, most: mostBaselines };
  return t(problemTexts[kind], { key: key.slice(0, 40), setting, asked, taken, reason, ...limits });
}
