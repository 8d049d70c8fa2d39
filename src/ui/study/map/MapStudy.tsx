import { useEffect } from 'react';
import { mapTexts as texts } from '../../../i18n/map';
import { formatCount } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import { useApp, useMaps } from '../../../state/hooks';
import {
  cancelMap,
  resumeMap,
  type StabilityMap,
  startFirstMap,
  startMap,
} from '../../../state/studies/maps';
import { stateOf } from '../../../study/map/cells';
import { isSameMap } from '../../../study/map/code';
import { gridOf, hasEffect } from '../../../study/map/plan';
import { DataTable } from '../../charts/card/DataTable';
import { useSize } from '../../charts/plot/useSize';
import { JobBar } from '../JobBar';
import { EarlierMaps } from './EarlierMaps';
import { MapExports } from './MapExports';
import { MapForm, MapPresets } from './MapForm';
import { MapPlot } from './MapPlot';
import { sayMap, tableOf } from './say';
import '../../charts/card/charts.css';
import '../../charts/plot/marks.css';
import './map.css';

/** A map of stability: what it varies, how far it is, and what it shows. */
export function MapStudy() {
  const t = useTranslate();
  const experiment = useApp((state) => state.experiment);
  const { setup, map, isRestored } = useMaps((state) => state);
  useEffect(() => {
    if (isRestored) startFirstMap();
  }, [isRestored]);
  const plan = { experiment, ...setup };
  const { xs, ys } = gridOf(setup);
  const isPossible = hasEffect(plan);
  const size = {
    count: formatCount(xs.length * ys.length),
    steps: formatCount(setup.steps),
  };
  const done = map?.cells.states.filter((_, index) => stateOf(map.cells, index) !== 'waiting');
  return (
    <article className="study-card map-card">
      <header>
        <h2>{t(texts.title)}</h2>
        <p className="quiet">{t(texts.about)}</p>
      </header>
      <MapPresets />
      <div className="map-parts">
        <MapForm />
        <div className="map-result">
          <JobBar
            state={map?.state ?? null}
            done={done?.length ?? 0}
            total={map?.cells.states.length ?? 0}
            start={t(map ? texts.again : texts.start)}
            progress={texts.progress}
            isRefused={!isPossible}
            onStart={() => startMap(plan)}
            onCancel={cancelMap}
            onResume={resumeMap}
          />
          <p className="quiet">
            {!isPossible && t(texts.noEffect)}
            {isPossible && t(setup.measure === 'growth' ? texts.measured : texts.trained, size)}{' '}
            {map && !isSameMap(map.plan, plan) && t(texts.outdated)}
          </p>
          {map && <MapResult map={map} />}
          <EarlierMaps />
        </div>
      </div>
    </article>
  );
}

function MapResult({ map }: { readonly map: StabilityMap }) {
  const t = useTranslate();
  const [box, size] = useSize();
  const summary = sayMap(map, t);
  return (
    <>
      <div className="map-box" ref={box}>
        {size.width > 0 && <MapPlot {...{ size, map, summary }} />}
      </div>
      <p className="map-summary">{summary}</p>
      <MapExports map={map} />
      <DataTable caption={t(texts.title)} gather={() => tableOf(map, t)} />
    </>
  );
}
