import { pageTexts } from '../../i18n/page';
import { useTranslate } from '../../i18n/translate';
import { shareLink, wholePageLink } from '../../state/address/location';
import { useApp, usePreferences } from '../../state/hooks';
import { prefer } from '../../state/store/preferences';
import { CopyLink } from './CopyLink';
import { Help } from './Help';
import { Counters } from './Status';
import { TakeAway } from './TakeAway';
import { Transport } from './Transport';
import { ViewSwitch } from './ViewSwitch';
import './topBar.css';

interface TopBarProps {
  /** Whether the window has room for everything in one row; else the views are a row of their own. */
  readonly isWide: boolean;
  readonly hasTransport: boolean;
  readonly hasCounters: boolean;
}

/** Name, views, transport, counters, and what is about the page rather than the experiment. */
export function TopBar({ isWide, hasTransport, hasCounters }: TopBarProps) {
  const { hidden, isEmbedded } = useApp((state) => state.appearance);
  return (
    <header className="top-bar">
      <h1 className="logo">
        <svg
          viewBox="0 0 26 22"
          width="26"
          height="22"
          aria-hidden="true"
          fill="none"
          strokeWidth="2.2"
        >
          <rect x="1.5" y="9" width="7" height="4" rx="2" stroke="var(--cool)" />
          <rect x="8" y="7" width="8" height="8" rx="4" stroke="var(--ink-2)" />
          <rect x="14" y="2" width="10.5" height="18" rx="5.2" stroke="var(--scale-hot)" />
        </svg>
        <span>Chain Reaction</span>
      </h1>
      {!isWide && <PageButtons />}
      {!hidden.has('views') && !isEmbedded && <ViewSwitch />}
      {hasTransport && <Transport />}
      {hasCounters && <Counters />}
      {isWide && <PageButtons />}
    </header>
  );
}

/** What is about the page; for a projector only the way out, the theme and the help. */
function PageButtons() {
  const t = useTranslate();
  const isEmbedded = useApp((state) => state.appearance.isEmbedded);
  const isProjected = usePreferences((state) => state.isProjected);
  if (isEmbedded) {
    return (
      <div className="page-buttons">
        <WholePage />
      </div>
    );
  }
  return (
    <div className="page-buttons">
      {isProjected ? (
        <button type="button" className="button" onClick={() => prefer({ isProjected: false })}>
          {t(pageTexts.leaveProjector)}
        </button>
      ) : (
        <>
          <CopyLink name={t(pageTexts.share)} className="button primary" link={shareLink} />
          <TakeAway />
          <LanguageButton />
        </>
      )}
      <ThemeButton />
      <Help />
    </div>
  );
}

/** Leads from an embedded page to the whole one, with the experiment as it is now. */
function WholePage() {
  const t = useTranslate();
  const experiment = useApp((state) => state.experiment);
  return (
    <a
      key={JSON.stringify(experiment)}
      className="button"
      href={wholePageLink()}
      target="_blank"
      rel="noopener"
    >
      {t(pageTexts.wholePage)} ↗
    </a>
  );
}

function LanguageButton() {
  const language = usePreferences((state) => state.language);
  const [next, name] =
    language === 'en' ? (['zh-CN', '中文'] as const) : (['en', 'English'] as const);
  return (
    <button type="button" className="button" lang={next} onClick={() => prefer({ language: next })}>
      {name}
    </button>
  );
}

function ThemeButton() {
  const t = useTranslate();
  const theme = usePreferences((state) => state.theme);
  const next = theme === 'light' ? 'dark' : 'light';
  return (
    <button
      type="button"
      className="button square"
      aria-label={t(pageTexts[next])}
      title={t(pageTexts[next])}
      onClick={() => prefer({ theme: next })}
    >
      <svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true" fill="currentColor">
        {next === 'dark' ? (
          <path d="M6 1.2a6.8 6.8 0 1 0 8.8 8.8A5.6 5.6 0 0 1 6 1.2z" />
        ) : (
          <path d="M8 4.4a3.6 3.6 0 1 1 0 7.2 3.6 3.6 0 0 1 0-7.2zM7.3 0h1.4v2.6H7.3zm0 13.4h1.4V16H7.3zM0 7.3h2.6v1.4H0zm13.4 0H16v1.4h-2.6zM1.8 2.8l1-1 1.9 1.9-1 1zm9.5 9.5 1-1 1.9 1.9-1 1zm1.9-10.5 1 1-1.9 1.9-1-1zM3.7 11.3l1 1-1.9 1.9-1-1z" />
        )}
      </svg>
    </button>
  );
}
