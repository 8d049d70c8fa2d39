import type { History } from '../../../history/history';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatMeasure } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import type { Baseline } from '../../../state/baselines';
import type { RunEvent } from '../../../state/run';
import { pinnedTrace } from '../baselines';
import { eventMarks } from '../events';
import { LogTimePlot } from '../LogTimePlot';
import { trace } from '../trace';
import { useSize } from '../useSize';

interface UpdateRatioProps {
  readonly history: History;
  readonly events: readonly RunEvent[];
  readonly baselines: readonly Baseline[];
  readonly layer: number;
  readonly index: number;
}

/** The relative update of one layer over the steps of the run, and of pinned runs that have the layer. */
export function UpdateRatio({ history, events, baselines, layer, index }: UpdateRatioProps) {
  const t = useTranslate();
  const [box, size] = useSize();
  const title = '‖Δθ‖/‖θ‖';
  const figures = t(texts.updateFigures, {
    value: formatMeasure(history.layerAt(index, 'update', layer)),
  });
  const update = (of: History, record: number) => of.layerAt(record, 'update', layer);
  const pinned = baselines
    .filter((baseline) => layer <= baseline.history.shape.depth)
    .map((baseline) =>
      pinnedTrace(baseline, history, { id: 'update', label: baseline.name, labeled: true }, update),
    );
  const line = trace(history, {
    id: 'update',
    label: title,
    color: 'var(--ink)',
    width: 1.6,
    labeled: false,
    value: (record) => update(history, record),
  });
  return (
    <div className="histogram">
      <h3>{t(texts.updateOverTime)}</h3>
      <div className="histogram-plot" ref={box}>
        {size.width > 0 && size.height > 0 && (
          <LogTimePlot
            name={`${t(texts.updateOverTime)}. ${figures}`}
            size={size}
            history={history}
            traces={[...pinned, line]}
            events={eventMarks(events, t)}
            labelWidth={pinned.length > 0 ? 40 : 8}
            format={formatMeasure}
            subject={`update ${layer}`}
            leastDecades={2}
          />
        )}
      </div>
      <p>{figures}</p>
    </div>
  );
}
