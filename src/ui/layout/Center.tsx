import type { CSSProperties } from 'react';
import { useApp } from '../../state/hooks';
import { visit } from '../../state/run/actions';
import { toggleReplay } from '../../state/run/replay';
import type { Part } from '../../state/store/appearance';
import { currentStep, shownRecording } from '../../state/store/run';
import {
  EveryLayer as EveryLayerCard,
  LayerInspector,
  Learning,
  Mechanism,
  NormByLayer,
} from '../charts';
import { ErrorBoundary } from './ErrorBoundary';
import { StepSlider } from './StepSlider';

/** The charts of the whole network, and the share of the height that a row of them takes at least. */
const overview = [
  { part: 'norms', Chart: NormByLayer, row: 'minmax(240px, 1.2fr)' },
  { part: 'layers', Chart: EveryLayer, row: 'minmax(190px, 0.95fr)' },
  { part: 'learning', Chart: Learning, row: 'minmax(210px, 1fr)' },
  { part: 'mechanism', Chart: Mechanism, row: 'minmax(210px, 1fr)' },
] as const satisfies readonly { readonly part: Part; readonly [other: string]: unknown }[];

/** What happens: every chart, loaded after the page around it; a layer looked at closely takes the place of all but the first. */
export function Center() {
  const inspected = useApp((state) => state.inspected);
  const hidden = useApp((state) => state.appearance.hidden);
  const shown = overview.filter(({ part }) => !hidden.has(part));
  const places = inspected === null ? shown : shown.filter(({ part }) => part === 'norms');
  return (
    <div className="charts" style={{ '--rows': rowsOf(shown) } as CSSProperties}>
      {places.map(({ part, Chart }) => (
        <div key={part} className={`plot-place place-${part}`} data-place={part}>
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
      {!hidden.has('slider') && <RunSlider />}
    </div>
  );
}

/** The last two charts share a row. */
function rowsOf(shown: readonly { readonly part: Part; readonly row: string }[]): string {
  const isPair = shown.some(({ part }) => part === 'learning');
  const rows = shown.filter(({ part }) => !(isPair && part === 'mechanism'));
  return [...rows.map(({ row }) => row), 'auto'].join(' ');
}

function RunSlider() {
  const viewed = useApp((state) => state.viewed);
  const last = useApp(({ run }) => currentStep(run));
  const lost = useApp(({ run }) => shownRecording(run)?.nonFinite?.step);
  const isOn = useApp((state) => state.isReplaying);
  const isPossible = useApp(({ run }) => run.state !== 'running' && currentStep(run) > 0);
  return (
    <StepSlider
      {...{ viewed, last, lost }}
      replay={{ isOn, isPossible, toggle: toggleReplay }}
      onVisit={visit}
    />
  );
}

/** The heat map and the lines; a cell leads to its step. */
function EveryLayer() {
  return <EveryLayerCard onVisit={visit} />;
}
