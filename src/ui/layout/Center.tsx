import type { ComponentType } from 'react';
import { visit } from '../../state/actions';
import { useApp } from '../../state/hooks';
import {
  EveryLayer as EveryLayerCard,
  LayerInspector,
  Learning,
  Mechanism,
  NormByLayer,
} from '../charts';
import { ErrorBoundary } from './ErrorBoundary';

/** The charts of the whole network; a layer looked at closely takes the place of all but the first. */
const overview = [NormByLayer, EveryLayer, Learning, Mechanism];

/** What happens: every chart, loaded after the page around it. */
export function Center() {
  const inspected = useApp((state) => state.inspected);
  const places = inspected === null ? overview : [NormByLayer];
  return (
    <>
      {places.map((Chart: ComponentType) => (
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
    </>
  );
}

/** The heat map and the lines; a cell leads to its step. */
function EveryLayer() {
  return <EveryLayerCard onVisit={visit} />;
}
