import type { History } from '../../../history/history';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatMeasure } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import type { Baseline } from '../../../state/store/kept';
import type { RunEvent } from '../../../state/store/run';
import { EventKeys } from '../card/EventKeys';
import { eventMarks } from '../events/events';
import { LogTimePlot } from '../overTime/LogTimePlot';
import { pinnedTrace } from '../overTime/pinnedTraces';
import { useSize } from '../plot/useSize';
import { type Trace, trace } from '../series/trace';

interface UpdateRatioProps {
  readonly history: History;
  readonly events: readonly RunEvent[];
  readonly traces: readonly Trace[];
  readonly layer: number;
  readonly index: number;
}

const symbol = '‖Δθ‖/‖θ‖';

/** The relative update of one layer over the steps of the run, and of pinned runs that have the layer. */
export function UpdateRatio({ history, events, traces, layer, index }: UpdateRatioProps) {
  const t = useTranslate();
  const [box, size] = useSize();
  const marks = eventMarks(events, t);
  const figures = t(texts.updateFigures, {
    value: formatMeasure(history.layerAt(index, 'update', layer)),
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
            traces={traces}
            events={marks}
            labelWidth={traces.length > 1 ? 40 : 8}
            format={formatMeasure}
            subject={`update ${layer}`}
            leastDecades={2}
          />
        )}
      </div>
      <p>
        {figures} <EventKeys events={marks} />
      </p>
    </div>
  );
}

/** The relative update of a layer as lines: of pinned runs that have the layer, and of the run on screen. */
export function updateTraces({
  history,
  baselines,
  layer,
}: {
  readonly history: History;
  readonly baselines: readonly Baseline[];
  readonly layer: number;
}): readonly Trace[] {
  const update = (of: History, record: number) => of.layerAt(record, 'update', layer);
  const pinned = baselines
    .filter((baseline) => layer <= baseline.history.shape.depth)
    .map((baseline) =>
      pinnedTrace(baseline, history, { id: 'update', label: baseline.name, labeled: true }, update),
    );
  const own = trace(history, {
    id: 'update',
    label: symbol,
    color: 'var(--ink)',
    width: 1.6,
    labeled: false,
    value: (record) => update(history, record),
  });
  return [...pinned, own];
}
