import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import { mapTexts as texts } from '../../../i18n/map';
import { useTranslate } from '../../../i18n/translate';
import { app } from '../../../state/app';
import { isLockedOut } from '../../../state/appearance';
import { tryBeside } from '../../../state/baselines';
import type { StabilityMap } from '../../../state/maps';
import { cellAt, gridOf } from '../../../study/map/plan';
import type { Size } from '../../charts/useSize';
import { useMapColors } from './colors';
import { drawMap } from './draw';
import { layOutMap, type MapLayout, type Place } from './layout';
import { besideCell, MapReadOut } from './MapReadOut';
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
        {place && <CursorMark {...{ layout, place }} />}
      </button>
      <div
        className="heat-map-readout"
        role="status"
        style={place ? besideCell(layout.boxOf(place), size) : undefined}
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

/** Least size of the frame around the read cell, in CSS pixels. */
const leastFrame = 6;

function CursorMark({ layout, place }: { readonly layout: MapLayout; readonly place: Place }) {
  const { plot, boxOf } = layout;
  const box = boxOf(place);
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const width = Math.max(leastFrame, box.width);
  const height = Math.max(leastFrame, box.height);
  return (
    <svg aria-hidden="true" className="heat-map-cursor">
      <line x1={x} x2={x} y1={y + height / 2} y2={plot.y + plot.height} />
      <line x1={plot.x} x2={x - width / 2} y1={y} y2={y} />
      <rect x={x - width / 2} y={y - height / 2} width={width} height={height} />
    </svg>
  );
}
