import { useState } from 'react';
import { chartTexts as texts } from '../../i18n/charts';
import { useTranslate } from '../../i18n/translate';
import { ChartCard } from './ChartCard';
import { EmptyCard } from './EmptyCard';
import type { Visit } from './heatMap/HeatMap';
import { heatMapView } from './heatMap/heatMapView';
import { linesView } from './linesView';
import { Segments } from './Segments';
import { startNote } from './startNote';
import { useTurn } from './useTurn';

const views = ['heatMap', 'lines'] as const;

type View = (typeof views)[number];

interface EveryLayerProps {
  /** The view before a person chooses one. */
  readonly first?: View;
  /** A cell of the heat map was chosen, by its step and layer. */
  readonly onVisit?: Visit;
}

/** The chosen quantity in every layer over the steps of the run: as a heat map or as lines. */
export function EveryLayer({ first = 'heatMap', onVisit }: EveryLayerProps) {
  const { run, quantity, baselines } = useTurn();
  const t = useTranslate();
  const [chosen, choose] = useState<View>(first);
  const { history } = run;
  const title = t(texts.everyLayerTitle);
  if (!history?.length) return <EmptyCard title={title} />;

  const shown = { history, run, quantity, baselines };
  const view = chosen === 'lines' ? linesView(shown, t) : heatMapView(shown, t, onVisit);
  const { legend, ...card } = view;
  return (
    <ChartCard
      {...card}
      title={title}
      controls={
        <>
          {legend}
          <Segments<View>
            legend={t(texts.view)}
            segments={views.map((id) => ({ id, label: t(texts[id]) }))}
            chosen={chosen}
            onChoose={choose}
          />
        </>
      }
      note={startNote(run, t)}
    />
  );
}
