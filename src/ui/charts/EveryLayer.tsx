import { useState } from 'react';
import { chartTexts as texts } from '../../i18n/charts';
import { useTranslate } from '../../i18n/translate';
import type { Baseline } from '../../state/store/kept';
import { ChartCard } from './card/ChartCard';
import type { Shown } from './card/cardView';
import { EmptyCard } from './card/EmptyCard';
import { Segments } from './card/Segments';
import { startNote } from './card/startNote';
import type { Visit } from './heatMap/HeatMap';
import { heatMapView } from './heatMap/heatMapView';
import { linesView } from './overTime/linesView';
import { useChartSource } from './source/source';
import { useLayerNames } from './source/useLayerNames';

const views = ['heatMap', 'lines'] as const;

type View = (typeof views)[number];

/** The run on screen among the runs that the heat map can show; pinned ones go by their ids. */
const onScreen = 'onScreen';

interface EveryLayerProps {
  /** The view before a person chooses one. */
  readonly first?: View;
  /** A cell of the heat map was chosen, by its step and layer. */
  readonly onVisit?: Visit;
}

/** The chosen quantity in every layer over the steps of the run: as a heat map or as lines. */
export function EveryLayer({ first = 'heatMap', onVisit }: EveryLayerProps) {
  const { records, quantity, baselines, viewed } = useChartSource();
  const nameOf = useLayerNames();
  const t = useTranslate();
  const [chosen, choose] = useState<View>(first);
  const [source, chooseSource] = useState(onScreen);
  const title = t(texts.everyLayerTitle);
  if (!records) return <EmptyCard title={title} />;

  const shown = { records, quantity, baselines, viewed, nameOf };
  const mapped = baselines.find(({ id }) => id === source);
  const view =
    chosen === 'lines'
      ? linesView(shown, t)
      : heatMapView(mapped ? ofPinned(mapped, shown) : shown, t, onVisit);
  const { legend, ...card } = view;
  return (
    <ChartCard
      {...card}
      title={title}
      word="amplification"
      controls={
        <>
          {legend}
          {chosen === 'heatMap' && baselines.length > 0 && (
            <Segments
              legend={t(texts.whichRun)}
              isNamed
              segments={[
                { id: onScreen, label: t(texts.runOnScreen) },
                ...baselines.map(({ id, name }) => ({ id, label: name })),
              ]}
              chosen={mapped?.id ?? onScreen}
              onChoose={chooseSource}
            />
          )}
          <Segments<View>
            legend={t(texts.view)}
            segments={views.map((id) => ({ id, label: t(texts[id]) }))}
            chosen={chosen}
            onChoose={choose}
          />
        </>
      }
      note={startNote(records, t)}
    />
  );
}

/** A pinned run in place of the one on screen: cells have no room for two. */
function ofPinned({ history, events, nonFinite }: Baseline, shown: Shown): Shown {
  return { ...shown, records: { history, events, nonFinite, revision: 0 } };
}
