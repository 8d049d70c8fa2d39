import type { History } from '../../history/history';
import { absent } from '../../history/measures';
import { chartTexts as texts } from '../../i18n/charts';
import { formatCount, formatMeasure } from '../../i18n/numbers';
import { type Translate, useTranslate } from '../../i18n/translate';
import type { Quantity } from '../../state/app';
import { extentOf } from './axis';
import { ChartCard } from './ChartCard';
import { eventMarks } from './events';
import { normAt, spreadLayers } from './norms';
import { quantityTexts } from './quantityTexts';
import { TimePlot, type TimePlotProps } from './TimePlot';
import { draw, latest, pointsOf, type Trace } from './trace';
import { timeTable } from './timeTable';
import { useLogAxis } from './useLogAxis';
import { useTurn } from './useTurn';
import { mostTicksFor } from './yAxis';

/** Most lines that stay readable and quick to draw. */
const mostLayers = 12;

const leastDecades = 4;

/** The chosen quantity over the steps of the run, in a few layers from the first to the last. */
export function NormsOverTime() {
  const { run, quantity } = useTurn();
  const t = useTranslate();
  const { history } = run;
  const { symbol } = quantityTexts[quantity];
  const title = t(texts.overTimeTitle);
  if (!history?.length) return <ChartCard title={title} note={t(texts.measuring)} />;

  const { depth } = history.shape;
  const traces = tracesOf(history, quantity, t);
  const isWhole = traces.length === depth;
  const summary = summarize(history, traces, symbol, t);
  return (
    <ChartCard
      title={title}
      subtitle={t(isWhole ? texts.everyLayer : texts.someLayers, {
        symbol,
        depth,
        count: traces.length,
      })}
      controls={<Legend traces={traces} />}
      note={history.length === 1 ? t(texts.pressRun) : undefined}
      summary={summary}
      table={() => timeTable(history, traces, formatMeasure, t)}
    >
      {(size) => (
        <Plot
          size={size}
          name={`${title}. ${summary}`}
          history={history}
          traces={traces}
          events={eventMarks(run.events, t)}
          labelWidth={26}
          format={formatMeasure}
          subject={quantity}
        />
      )}
    </ChartCard>
  );
}
