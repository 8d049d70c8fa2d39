import { learnTexts, claimTexts as texts } from '../../../i18n/learn';
import { useTranslate } from '../../../i18n/translate';
import type { Claim } from '../../../learn/claim';
import { claims } from '../../../learn/claims';
import { useApp } from '../../../state/hooks';
import { closeClaim } from '../../../state/learn/claims';
import { openClaim } from '../../../state/learn/openClaim';
import { ClaimTest } from './ClaimTest';

/** Every claim with its verdict; the one that is open shows what tests it. */
export function Claims() {
  const t = useTranslate();
  return (
    <article className="study-card">
      <header>
        <h2>{t(learnTexts.claims)}</h2>
        <p className="quiet">{t(texts.about)}</p>
      </header>
      <ul className="claims">
        {claims.map((claim) => (
          <ClaimCard key={claim.id} claim={claim} />
        ))}
      </ul>
    </article>
  );
}

const marks = { right: '✓', halfRight: '◐', wrong: '✗' } as const;

function ClaimCard({ claim }: { readonly claim: Claim }) {
  const t = useTranslate();
  const isOpen = useApp((state) => state.claim === claim.id);
  const { id, judgment, source } = claim;
  const said = t(texts.quoted, { claim: t(claim.claim) });
  const action = t(isOpen ? texts.close : texts.look);
  return (
    <li ref={isOpen ? bringIntoView : undefined}>
      <h3>{said}</h3>
      <p className={`judgment ${judgment}`}>
        <span aria-hidden="true">{marks[judgment]} </span>
        {t(texts.verdict, { verdict: t(texts[judgment]) })}
      </p>
      {isOpen && (
        <>
          <p>{t(claim.verdict)}</p>
          {source && (
            <p className="quiet">
              {t(texts.source)}{' '}
              <a href={source.url} target="_blank" rel="noopener">
                {source.name} ↗
              </a>
            </p>
          )}
          <ClaimTest claim={claim} />
        </>
      )}
      <button
        type="button"
        className="button"
        aria-expanded={isOpen}
        aria-label={`${action}: ${said}`}
        onClick={() => (isOpen ? closeClaim() : openClaim(id))}
      >
        {action}
      </button>
    </li>
  );
}

function bringIntoView(card: HTMLLIElement | null): void {
  card?.scrollIntoView({ block: 'nearest' });
}
