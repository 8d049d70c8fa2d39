import { mapTexts as texts } from '../../../i18n/map';
import { useTranslate } from '../../../i18n/translate';
import { mapLink } from '../../../state/address/location';
import type { StabilityMap } from '../../../state/studies/maps';
import { mapCsv } from '../../../study/map/csv';
import { CopyLink } from '../../layout/CopyLink';
import { save } from '../../save';
import { useSavePicture } from '../../useSavePicture';
import { useMapColors } from './colors';
import { mapPng } from './exports';
import { pictureOf } from './picture';

/** Takes a map along: its link, its picture, its numbers. */
export function MapExports({ map }: { readonly map: StabilityMap }) {
  const t = useTranslate();
  const { plan, cells } = map;
  const picture = pictureOf(map, t);
  const colors = useMapColors(picture.scale.colors);
  const file = `map-${plan.x.key}-${plan.y.key}-${plan.measure}`;

  const { failure, savePicture } = useSavePicture();

  function draw(): Promise<Blob> {
    const { measure, x, y } = picture.names;
    const title = t(texts.heading, { measure, x, y });
    return mapPng(picture, colors, title, mapLink(plan));
  }

  return (
    <div className="map-exports">
      <CopyLink name={t(texts.copyLink)} className="button" link={() => mapLink(plan)} />
      <button
        type="button"
        className="button"
        onClick={() => void savePicture(`${file}.png`, draw)}
      >
        PNG
      </button>
      <button
        type="button"
        className="button"
        onClick={() =>
          save(new Blob([mapCsv(plan, cells)], { type: 'text/csv;charset=utf-8' }), `${file}.csv`)
        }
      >
        CSV
      </button>
      <span role="status">{failure}</span>
    </div>
  );
}
