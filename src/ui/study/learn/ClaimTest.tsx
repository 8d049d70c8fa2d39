import { sayFailure } from '../../../i18n/failure';
import { claimTexts as texts } from '../../../i18n/learn';
import { formatFactor, formatMeasure } from '../../../i18n/numbers';
import { studyTexts } from '../../../i18n/study';
import { useTranslate } from '../../../i18n/translate';
import type { Claim, ClaimRun } from '../../../learn/claim';
import { useApp, useClaimTest, useLockedOut } from '../../../state/hooks';
import { cancelClaim, outcomesOf, testClaim } from '../../../state/learn/claims';
import { begin } from '../../../state/run/actions';
import type { Tried } from '../../../study/pool';
import { CheckLine } from '../../panels/CheckLine';

/** The runs that test a claim, live as they finish, and what the verdict rests on. */
export function ClaimTest({ claim }: { readonly claim: Claim }) {
  const t = useTranslate();
  const test = useClaimTest(claim.id);
  const isTraining = useApp(({ run }) => run.state === 'running');
  const { id, runs, evidence } = claim;
  const outcomes = outcomesOf(test);
  const done = Object.keys(test?.results ?? {}).length;
  return (
    <>
      <div className="scenario-buttons">
        {test?.state === 'running' ? (
          <button type="button" className="button" onClick={() => cancelClaim(id)}>
            {t(studyTexts.cancel)}
          </button>
        ) : (
          <button type="button" className="button primary" onClick={() => void testClaim(claim)}>
            {t(test ? texts.again : texts.test, { count: runs.length })}
          </button>
        )}
        {test?.state === 'running' && isTraining && (
          <span className="quiet">{t(studyTexts.paced)}</span>
        )}
        {test && (
          <label className="job-progress">
            <progress value={done} max={runs.length} />
            <span>{t(texts.progress, { done, total: runs.length })}</span>
          </label>
        )}
      </div>
      <section className="trial-scroll" aria-label={t(texts.run)}>
        <table className="trial-table claim-runs">
          <thead>
            <tr>
              {[texts.run, texts.growth, texts.gradient, texts.finite, texts.skill].map((name) => (
                <th key={name.en} scope="col">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <RunLine key={run.id} run={run} result={test?.results[run.id]} />
            ))}
          </tbody>
        </table>
      </section>
      <h4>{t(texts.expected)}</h4>
      <ul className="checks">
        {evidence.map(({ text, read }) => (
          <CheckLine key={text.en} text={text} found={read(outcomes)} />
        ))}
      </ul>
    </>
  );
}

interface RunLineProps {
  readonly run: ClaimRun;
  readonly result: Tried | Error | undefined;
}

/** What one run found; its name opens it as the experiment on screen. */
function RunLine({ run, result }: RunLineProps) {
  const t = useTranslate();
  const name = t(run.name);
  const isRefused = useLockedOut(run.experiment);
  const isKnown = result && !(result instanceof Error);
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="link"
          title={t(texts.load, { name })}
          disabled={isRefused}
          onClick={() => begin(run.experiment)}
        >
          {name}
        </button>
      </th>
      {isKnown ? (
        <Numbers {...result} />
      ) : (
        <td colSpan={4} className="quiet">
          {result
            ? t(studyTexts.failed, { message: sayFailure(result.message, t) })
            : t(studyTexts.waiting)}
        </td>
      )}
    </tr>
  );
}

function Numbers({ outcome: { growth, gradient, nonFinite, steps, skill } }: Tried) {
  const t = useTranslate();
  return (
    <>
      <td className="number">{formatFactor(growth)}</td>
      <td className="number">{formatMeasure(gradient)}</td>
      <td className="number">
        {nonFinite ? t(texts.lostAt, { step: nonFinite.step }) : t(texts.toStep, { step: steps })}
      </td>
      <td className="number">
        {Number.isNaN(skill) ? '–' : formatMeasure(Math.round(100 * skill) / 100)}
      </td>
    </>
  );
}
