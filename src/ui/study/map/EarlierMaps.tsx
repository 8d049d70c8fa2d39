import { fieldOf } from '../../../experiment/schema';
import { mapTexts as texts } from '../../../i18n/map';
import { formatMoment } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import { useMaps, usePreferences } from '../../../state/hooks';
import { removeMap, type StabilityMap, showMap } from '../../../state/studies/maps';
import { gridOf } from '../../../study/map/plan';
import { measureName } from './picture';
import '../../panels/comparison.css';

/** Maps made before the one on screen, which this browser keeps: to be shown again or deleted. */
export function EarlierMaps() {
  const t = useTranslate();
  const earlier = useMaps((state) => state.earlier);
  if (earlier.length === 0) return null;
  return (
    <details className="kept">
      <summary>{t(texts.earlier, { count: earlier.length })}</summary>
      <ul>
        {earlier.map((map) => (
          <EarlierMap key={map.id} map={map} />
        ))}
      </ul>
    </details>
  );
}

function EarlierMap({ map }: { readonly map: StabilityMap }) {
  const t = useTranslate();
  const language = usePreferences((state) => state.language);
  const { plan, begunAt, id } = map;
  const { xs, ys } = gridOf(plan);
  const name = `${t(fieldOf(plan.x.key).label)} × ${t(fieldOf(plan.y.key).label)} · ${t(texts[measureName(plan)])}`;
  const made = formatMoment(begunAt, language);
  return (
    <li>
      <span>
        {name} <small>{`${xs.length} × ${ys.length} · ${made}`}</small>
      </span>
      <button
        type="button"
        className="button"
        aria-label={t(texts.showMap, { name, made })}
        onClick={() => showMap(map)}
      >
        {t(texts.show)}
      </button>
      <button
        type="button"
        className="button"
        aria-label={t(texts.deleteMap, { name, made })}
        onClick={() => removeMap(id)}
      >
        {t(texts.delete)}
      </button>
    </li>
  );
}
