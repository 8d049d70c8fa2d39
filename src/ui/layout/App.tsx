import { useEffect } from 'react';
import { pageTexts } from '../../i18n/page';
import { useTranslate } from '../../i18n/translate';
import { visit } from '../../state/actions';
import { useApp, usePreferences } from '../../state/hooks';
import {
  EveryLayer as EveryLayerCard,
  LayerInspector,
  Learning,
  Mechanism,
  NormByLayer,
} from '../charts';
import { ExperimentPanel } from '../panels/ExperimentPanel';
import { Problems } from '../panels/Problems';
import { ReadingPanel } from '../panels/ReadingPanel';
import { ErrorBoundary } from './ErrorBoundary';
import { Sheet } from './Sheet';
import { StepSlider } from './StepSlider';
import { TopBar } from './TopBar';
import { Transport } from './Transport';
import { useWide } from './useWide';
import './layout.css';
import './narrow.css';

/** The charts of the whole network; a layer looked at closely takes the place of all but the first. */
const overview = [NormByLayer, EveryLayer, Learning, Mechanism];

/** The page: the experiment on the left, what happens in the middle, what it means on the right. */
export function App() {
  const t = useTranslate();
  const isWide = useWide();
  const inspected = useApp((state) => state.inspected);
  useDocument();
  const places = inspected === null ? overview : [NormByLayer];
  return (
    <div className="page">
      <TopBar hasTransport={isWide} />
      <Problems />
      <main className="columns">
        {isWide && (
          <aside className="column left" aria-label={t(pageTexts.experiment)}>
            <ErrorBoundary>
              <ExperimentPanel />
            </ErrorBoundary>
          </aside>
        )}
        <section className="column center" aria-label={t(pageTexts.charts)}>
          {places.map((Chart) => (
            <div key={Chart.name} className="plot-place">
              <ErrorBoundary>
                <Chart />
              </ErrorBoundary>
            </div>
          ))}
          {inspected !== null && (
            <div className="plot-place inspector-place">
              <ErrorBoundary>
                <LayerInspector layer={inspected} />
              </ErrorBoundary>
            </div>
          )}
          <StepSlider />
        </section>
        <aside className="column right" aria-label={t(pageTexts.reading)}>
          <ErrorBoundary>
            <ReadingPanel />
          </ErrorBoundary>
        </aside>
      </main>
      {!isWide && (
        <footer className="bottom-bar">
          <Transport />
          <Sheet />
        </footer>
      )}
    </div>
  );
}

/** The heat map and the lines; a cell leads to its step. */
function EveryLayer() {
  return <EveryLayerCard onVisit={visit} />;
}

/** Tells the document the language and theme of the page. */
function useDocument() {
  const language = usePreferences((state) => state.language);
  const theme = usePreferences((state) => state.theme);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = theme;
  }, [language, theme]);
}
