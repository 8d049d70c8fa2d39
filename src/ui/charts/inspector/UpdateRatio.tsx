import type { History } from '../../../history/history';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatMeasure } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import type { RunEvent } from '../../../state/run';
import { eventMarks } from '../events';
import { LogTimePlot } from '../LogTimePlot';
import { trace } from '../trace';
import { useSize } from '../useSize';

interface UpdateRatioProps {
  readonly history: History;
  readonly events: readonly RunEvent[];
  readonly layer: number;
  readonly index: number;
}

/** The relative update of one layer over the steps of the run. */
export function UpdateRatio({ history, events, layer, index }: UpdateRatioProps) {
  const t = useTranslate();
  const [box, size] = useSize();
  const title = '‖Δθ‖/‖θ‖';
  const figures = t(texts.updateFigures, {
    value: formatMeasure(history.layerAt(index, 'update', layer)),
  });
  const line = trace(history, {
    id: 'update',
    label: title,
    color: 'var(--ink)',
    width: 1.6,
    labeled: false,
    value: (record) => history.layerAt(record, 'update', layer),
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
            traces={[line]}
            events={eventMarks(events, t)}
            labelWidth={8}
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
