import type { Finding, Fix } from '../../diagnosis/finding';
import { readingTexts } from '../../i18n/reading';
import { useTranslate } from '../../i18n/translate';
import { useApp } from '../../state/hooks';
import { applyFix } from '../../state/run/fixes';
import { isLocked } from '../../state/store/appearance';
import { passHint } from '../../state/store/preferences';
import { useFill } from './useFill';

interface FixesProps {
  readonly finding: Finding;
  /** Told before a fix is applied. */
  onApply?(): void;
}

/** What helps, as buttons, and what does not, behind a disclosure. */
export function Fixes({ finding: { fixes, notHelping }, onApply }: FixesProps) {
  const t = useTranslate();
  const fill = useFill();
  if (fixes.length + notHelping.length === 0) return null;
  return (
    <div className="fixes">
      {fixes.map((fix) => (
        <FixRow
          key={fix.id}
          fix={fix}
          onApply={() => {
            onApply?.();
            passHint('fix');
            applyFix(fix);
          }}
        />
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

interface FixRowProps {
  readonly fix: Fix;
  onApply(): void;
}

function FixRow({ fix, onApply }: FixRowProps) {
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
        onClick={onApply}
      >
        {t(readingTexts.apply)}
      </button>
    </div>
  );
}
