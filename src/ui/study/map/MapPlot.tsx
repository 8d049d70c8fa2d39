import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import { mapTexts as texts } from '../../../i18n/map';
import { useTranslate } from '../../../i18n/translate';
import { tryBeside } from '../../../state/saved/pins';
import { app } from '../../../state/store/app';
import { isLockedOut } from '../../../state/store/appearance';
import type { StabilityMap } from '../../../state/studies/maps';
import { cellAt, gridOf } from '../../../study/map/plan';
import { CursorMark } from '../../charts/heatMap/CursorMark';
import type { Size } from '../../charts/plot/useSize';
import { useMapColors } from './colors';
import { drawMap } from './draw';
import { layOutMap, type MapLayout } from './layout';
import { MapReadOut, placeOf } from './MapReadOut';
import { type Picture, pictureOf } from './picture';
import { useMapCursor } from './useMapCursor';

interface MapPlotProps {
  readonly size: Size;
  readonly map: StabilityMap;
  readonly summary: string | undefined;
}

/** The cells of a map with axes, colors and boundary; a cell that is visited is loaded. */
export function MapPlot({ size, map, summary }: MapPlotProps) {
  const t = useTranslate();
  const { plan } = map;
  const layout = useMemo(() => layOutMap(size, plan), [size, plan]);
  const { place, handlers } = useMapCursor(layout, ({ column, row }) => {
    const { xs, ys } = gridOf(plan);
    const cell = cellAt(plan, xs[column] ?? 0, ys[row] ?? 0);
    const { appearance, experiment } = app.getState();
    if ('reason' in cell || isLockedOut(appearance, experiment, cell.experiment)) return;
    tryBeside(cell.experiment, plan.experiment);
  });
  const picture = pictureOf(map, t);
  const { x, y, measure } = picture.names;
  const name = `${t(texts.heading, { measure, x, y })}. ${summary ?? ''} ${t(texts.keys)}`;
  return (
    <div className="heat-map map-plot" style={{ ...size }}>
      <button type="button" className="map-cells" aria-label={name} {...handlers}>
        <MapCanvas {...{ layout, picture }} version={JSON.stringify(picture.names)} map={map} />
        {place && (
          <svg aria-hidden="true">
            <CursorMark plot={layout.plot} box={layout.boxOf(place)} />
          </svg>
        )}
      </button>
      <div
        className="heat-map-readout"
        role="status"
        style={place ? placeOf(layout.boxOf(place), size) : undefined}
      >
        {place && <MapReadOut map={map} {...place} />}
      </div>
    </div>
  );
}

interface MapCanvasProps {
  readonly layout: MapLayout;
  readonly picture: Picture;
  readonly map: StabilityMap;
  /** Differs when the texts do. */
  readonly version: string;
}

/** The picture in the pixels of the screen; a moving cursor does not draw it again. */
const MapCanvas = memo(
  function MapCanvas({ layout, picture }: MapCanvasProps) {
    const canvas = useRef<HTMLCanvasElement>(null);
    const colors = useMapColors(picture.scale.colors);
    const { width, height } = layout;
    useLayoutEffect(() => {
      const context = canvas.current?.getContext('2d', { willReadFrequently: true });
      if (!canvas.current || !context) return;
      canvas.current.width = Math.round(width * devicePixelRatio);
      canvas.current.height = Math.round(height * devicePixelRatio);
      context.scale(devicePixelRatio, devicePixelRatio);
      drawMap(context, layout, picture, colors);
    }, [layout, picture, colors, width, height]);
    return <canvas ref={canvas} style={{ width, height }} />;
  },
  (before, after) =>
    before.layout === after.layout && before.map === after.map && before.version === after.version,
);
