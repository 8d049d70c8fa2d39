import { lazy } from 'react';
import { pageTexts } from '../../i18n/page';
import { useTranslate } from '../../i18n/translate';
import { useApp, usePreferences } from '../../state/hooks';
import { stepAt } from '../../state/learn/lessons';
import { OwnDataDialog } from '../data/OwnDataSetting';
import { ExperimentPanel } from '../panels/ExperimentPanel';
import { LessonPanel } from '../panels/LessonPanel';
import { Problems } from '../panels/Problems';
import { ReadingPanel } from '../panels/ReadingPanel';
import { ScenarioPanel } from '../panels/ScenarioPanel';
import { VerdictLine } from '../panels/VerdictLine';
import { Hint } from '../words/Hint';
import { ErrorBoundary } from './ErrorBoundary';
import { LoadedPart } from './LoadedPart';
import { Sheet } from './Sheet';
import { Counters } from './Status';
import { TopBar } from './TopBar';
import { Transport } from './Transport';
import { UpdateReady } from './UpdateReady';
import { useDrop } from './useDrop';
import { useWide } from './useWide';
import './layout.css';
import './narrow.css';

/** The charts come in a chunk of their own, so that the page stands before they are there. */
const Center = lazy(() => import('./Center').then((module) => ({ default: module.Center })));

/** Studies of many experiments, loaded when one is opened. */
const Studies = lazy(() => import('../study').then((module) => ({ default: module.Studies })));

/** The page: the experiment on the left, what happens in the middle, what it means on the right. */
export function App() {
  const t = useTranslate();
  const isWide = useWide();
  const view = useApp((state) => state.view);
  const { hidden, isEmbedded } = useApp((state) => state.appearance);
  const lesson = useApp((state) => state.lesson);
  const look = view === 'training' ? stepAt(lesson)?.step.look : undefined;
  const hasReading = view === 'training' && !hidden.has('reading');
  const isProjected = usePreferences((state) => state.isProjected);
  const isOwnRun = view === 'training' || view === 'trials' || view === 'map';
  const hasTransport = isOwnRun && !hidden.has('transport');
  const hasSettings = isOwnRun && !isProjected && !hidden.has('settings');
  const hasCounters = isOwnRun && !hidden.has('status');
  const hasBottomBar = !isWide && (hasTransport || hasSettings);
  useDrop(!isEmbedded);
  return (
    <div className={classOf({ isEmbedded, isProjected })} data-look={look}>
      <SkipLink />
      <ErrorBoundary>
        <TopBar
          isWide={isWide}
          hasTransport={isWide && hasTransport}
          hasCounters={hasCounters && !hasBottomBar}
        />
      </ErrorBoundary>
      {[
        <Problems key="problems" />,
        <OwnDataDialog key="data" />,
        <UpdateReady key="update" />,
      ].map((part) => (
        <ErrorBoundary key={part.key}>{part}</ErrorBoundary>
      ))}
      {!isWide &&
        hasReading &&
        [
          <LessonPanel key="lesson" />,
          <ScenarioPanel key="scenario" />,
          <VerdictLine key="verdict" />,
        ].map((part) => <ErrorBoundary key={part.key}>{part}</ErrorBoundary>)}
      <main className="columns">
        {isWide && hasSettings && (
          <aside className="column left" data-place="settings" aria-label={t(pageTexts.experiment)}>
            <ErrorBoundary>
              <ExperimentPanel />
            </ErrorBoundary>
          </aside>
        )}
        {view === 'training' ? (
          <section className="column center" tabIndex={-1} aria-label={t(pageTexts.charts)}>
            {hasTransport && hasReading && (
              <ErrorBoundary>
                <Hint />
              </ErrorBoundary>
            )}
            <LoadedPart>
              <Center />
            </LoadedPart>
          </section>
        ) : (
          <section className="column study" tabIndex={-1} aria-label={t(pageTexts[view])}>
            <LoadedPart>
              <Studies view={view} />
            </LoadedPart>
          </section>
        )}
        {hasReading && (
          <aside className="column right" tabIndex={-1} aria-label={t(pageTexts.reading)}>
            {isWide && (
              <ErrorBoundary>
                <LessonPanel />
              </ErrorBoundary>
            )}
            <ErrorBoundary>
              <ReadingPanel isWide={isWide} />
            </ErrorBoundary>
          </aside>
        )}
      </main>
      {hasBottomBar && (
        <footer className="bottom-bar">
          <ErrorBoundary>
            {hasCounters && <Counters />}
            {hasTransport && <Transport />}
            {hasSettings && <Sheet />}
          </ErrorBoundary>
        </footer>
      )}
    </div>
  );
}

/** For the keyboard, past the bar and the settings. */
function SkipLink() {
  const t = useTranslate();
  return (
    <button
      type="button"
      className="button skip-link"
      onClick={() => document.querySelector<HTMLElement>('.center, .study')?.focus()}
    >
      {t(pageTexts.skip)}
    </button>
  );
}

function classOf({
  isEmbedded,
  isProjected,
}: {
  isEmbedded: boolean;
  isProjected: boolean;
}): string {
  return ['page', isEmbedded && 'embedded', isProjected && 'projected'].filter(Boolean).join(' ');
}
