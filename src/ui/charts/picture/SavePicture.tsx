import { type RefObject, use } from 'react';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatCount } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import { app } from '../../../state/store/app';
import { useSavePicture } from '../../useSavePicture';
import { LogSource, runSource } from '../source/source';
import { pictureOf, pngOf } from './picture';

interface SavePictureProps {
  readonly title: string;
  readonly card: RefObject<HTMLElement | null>;
}

/** Saves a chart as a picture, in pixels or as a drawing. */
export function SavePicture({ title, card }: SavePictureProps) {
  const t = useTranslate();
  const log = use(LogSource);
  const name = `chain-reaction-${title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`;

  const { failure, savePicture } = useSavePicture();

  async function draw(format: 'png' | 'svg'): Promise<Blob> {
    if (!card.current) throw new Error('There is no card.');
    const { records, index, link } = log ?? runSource(app.getState());
    const step = formatCount(records?.history.at(index, 'step') ?? 0);
    const picture = pictureOf(card.current, {
      title,
      step: t(texts.stepNumber, { step }),
      link: link(),
    });
    return format === 'png' ? pngOf(picture) : new Blob([picture.svg], { type: 'image/svg+xml' });
  }

  return (
    <span className="save-picture">
      <span role="status">{failure}</span>
      {(['png', 'svg'] as const).map((format) => (
        <button
          key={format}
          type="button"
          className="link-button"
          aria-label={t(texts.saveAs, { title, format: format.toUpperCase() })}
          onClick={() => void savePicture(`${name}.${format}`, () => draw(format))}
        >
          {format.toUpperCase()}
        </button>
      ))}
    </span>
  );
}
