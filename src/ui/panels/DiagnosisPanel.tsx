import { diagnose } from '../../diagnosis/diagnose';
import type { Finding, Fix } from '../../diagnosis/finding';
import { readingTexts } from '../../i18n/reading';
import { useTranslate } from '../../i18n/translate';
import { isLocked } from '../../state/appearance';
import { applyFix } from '../../state/fixes';
import { useApp } from '../../state/hooks';
import { FixOutcome } from './FixOutcome';
import { Story } from './Story';
import { useEvidence } from './useEvidence';
import { useFill } from './useFill';

/** What the step on screen means: one verdict with its evidence, cause and fixes, and what holds beside it. */
export function DiagnosisPanel() {
  const evidence = useEvidence();
  if (!evidence) return null;
  const { history, index, nonFinite } = evidence;
  const { verdict, companions } = diagnose(evidence);
  const isEnd = nonFinite !== null && history.at(index, 'step') === nonFinite.step;
  return (
    <>
      <section className={`verdict ${verdict.severity}`} data-place="reading" aria-live="polite">
        <Said finding={verdict} />
        {isEnd && <Story {...{ history, nonFinite }} />}
      </section>
      <FixOutcome />
      <Fixes finding={verdict} />
      {companions.map((finding) => (
        <section key={finding.id} className={`companion ${finding.severity}`}>
          <Said finding={finding} />
          <Fixes finding={finding} />
        </section>
      ))}
    </>
  );
}

/** What was found, why, and the numbers behind it. */
function Said({ finding }: { readonly finding: Finding }) {
  const fill = useFill();
  const { title, cause, evidence, places } = finding;
  return (
    <>
      <h2>{fill(title, places)}</h2>
      <p>{fill(cause, places)}</p>
      <ul className="evidence">
        {evidence.map((line) => (
          <li key={line.en}>{fill(line, places)}</li>
        ))}
      </ul>
    </>
  );
}

/** What helps, as buttons, and what does not, behind a disclosure. */
function Fixes({ finding: { fixes, notHelping } }: { readonly finding: Finding }) {
  const t = useTranslate();
  const fill = useFill();
  if (fixes.length + notHelping.length === 0) return null;
  return (
    <div className="fixes">
      {fixes.map((fix) => (
        <FixRow key={fix.id} fix={fix} />
      ))}
      {notHelping.length > 0 && (
        <details>
          <summary>{t(readingTexts.notHelping)}</summary>
          <dl>
            {notHelping.map(({ name, why }) => (
              <div key={name.en}>
                <dt>{fill(name, {})}</dt>
                <dd className="quiet">{fill(why, {})}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}

function FixRow({ fix }: { readonly fix: Fix }) {
  const t = useTranslate();
  const fill = useFill();
  const label = fill(fix.label, fix.places);
  const isRefused = useApp(({ appearance }) =>
    Object.keys(fix.changes).some((setting) => isLocked(appearance, setting)),
  );
  return (
    <div className="fix">
      <div>
        <strong>{label}</strong>
        <p className="quiet">{fill(fix.why, fix.places)}</p>
      </div>
      <button
        type="button"
        className="button"
        aria-label={t(readingTexts.applyThis, { fix: label })}
        disabled={isRefused}
        onClick={() => applyFix(fix)}
      >
        {t(readingTexts.apply)}
      </button>
    </div>
  );
}
