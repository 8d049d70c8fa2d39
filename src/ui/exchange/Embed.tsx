import { useState } from 'react';
import { exchangeTexts as texts } from '../../i18n/exchange';
import { useTranslate } from '../../i18n/translate';
import { parts as pageParts } from '../../state/appearance';
import { useApp, usePreferences } from '../../state/hooks';
import { embedLink } from '../../state/location';
import { CopyText } from './CopyText';

const offered = pageParts.filter((part) => part !== 'views');

/** Builds the link and the `<iframe>` that show the experiment inside another page. */
export function Embed() {
  const t = useTranslate();
  const experiment = useApp((state) => state.experiment);
  const lang = usePreferences((state) => state.language);
  const theme = usePreferences((state) => state.theme);
  const [hidden, setHidden] = useState<readonly string[]>(['settings']);
  const [isLocked, setLocked] = useState(false);
  const [height, setHeight] = useState(560);
  const hide = hidden.join(',');
  const link = embedLink(experiment, {
    lang,
    theme,
    embed: '1',
    ...(hide && { hide }),
    ...(isLocked && { lock: 'all' }),
  });
  const iframe = `<iframe src="${link.replaceAll('&', '&amp;')}" title="Chain Reaction" width="100%" height="${height}" loading="lazy"></iframe>`;
  return (
    <>
      <fieldset className="leave-out">
        <legend>{t(texts.leaveOut)}</legend>
        {offered.map((part) => (
          <label key={part}>
            <input
              type="checkbox"
              checked={hidden.includes(part)}
              onChange={({ currentTarget }) =>
                setHidden(
                  currentTarget.checked
                    ? [...hidden, part]
                    : hidden.filter((other) => other !== part),
                )
              }
            />
            {t(texts[part])}
          </label>
        ))}
      </fieldset>
      <div className="leave-out">
        <label>
          <input
            type="checkbox"
            checked={isLocked}
            onChange={({ currentTarget }) => setLocked(currentTarget.checked)}
          />
          {t(texts.lockAll)}
        </label>
        <label>
          {t(texts.height)}
          <input
            type="number"
            className="number-box"
            min={240}
            max={4000}
            value={height}
            onChange={({ currentTarget }) => setHeight(Number(currentTarget.value))}
          />
        </label>
      </div>
      <CopyText label={t(texts.iframe)} text={iframe} rows={4} />
      <CopyText label={t(texts.link)} text={link} rows={2} />
    </>
  );
}
