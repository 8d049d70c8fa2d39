import type { RefObject } from 'react';
import { chartTexts as texts } from '../../i18n/charts';
import { useTranslate } from '../../i18n/translate';
import { shareLink } from '../../state/location';
import { save } from '../save';
import { pictureOf, pngOf } from './picture';

interface SavePictureProps {
  readonly title: string;
  readonly card: RefObject<HTMLElement | null>;
}

/** Saves a chart as a picture, in pixels or as a drawing. */
export function SavePicture({ title, card }: SavePictureProps) {
  const t = useTranslate();
  const name = `chain-reaction-${title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`;

  async function saveAs(format: 'png' | 'svg') {
    if (!card.current) return;
    const picture = pictureOf(card.current, shareLink());
    const content =
      format === 'png' ? await pngOf(picture) : new Blob([picture.svg], { type: 'image/svg+xml' });
    save(content, `${name}.${format}`);
  }

  return (
    <span className="save-picture">
      {(['png', 'svg'] as const).map((format) => (
        <button
          key={format}
          type="button"
          className="link-button"
          aria-label={t(texts.saveAs, { title, format: format.toUpperCase() })}
          onClick={() => void saveAs(format)}
        >
          {format.toUpperCase()}
        </button>
      ))}
    </span>
  );
}
