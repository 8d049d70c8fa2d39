import { useState } from 'react';
import { clamp } from '../../base/clamp';
import { type Language, languages } from '../../base/localized';
import type { Key } from '../../experiment/schema';
import { exchangeTexts as texts } from '../../i18n/exchange';
import { useTranslate } from '../../i18n/translate';
import { embedLink } from '../../state/address/location';
import { useApp, usePreferences } from '../../state/hooks';
import { parts as pageParts } from '../../state/store/appearance';
import { themes } from '../../state/store/preferences';
import { Segments } from '../charts/card/Segments';
import { CopyText } from './CopyText';
import { Select } from './Select';
import { type Access, SingleSettings } from './SingleSettings';

const offered = pageParts.filter((part) => part !== 'views');

const locks = ['none', 'all', 'single'] as const;

/** What the height of the embedded page may be, in pixels. */
const heights = { least: 240, most: 4000 } as const;

const languageNames: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '中文' };

/** Builds the link and the `<iframe>` that show the experiment inside another page. */
export function Embed() {
  const t = useTranslate();
  const experiment = useApp((state) => state.experiment);
  const preferred = usePreferences((state) => state);
  const [hidden, setHidden] = useState<readonly string[]>(['settings']);
  const [lock, setLock] = useState<(typeof locks)[number]>('none');
  const [access, setAccess] = useState<Readonly<Partial<Record<Key, Access>>>>({});
  const [language, setLanguage] = useState<string>(preferred.language);
  const [theme, setTheme] = useState<string>(preferred.theme);
  const [typed, type] = useState('560');
  const height = clamp(Math.round(Number(typed)), heights.least, heights.most);
  const settings = (wanted: Access) =>
    Object.entries(access).flatMap(([key, own]) => (own === wanted ? [key] : []));
  const isSingle = lock === 'single';
  const hide = [...hidden, ...(isSingle ? settings('hidden') : [])].join(',');
  const locked = isSingle ? settings('locked').join(',') : lock === 'all' ? 'all' : '';
  const link = embedLink(experiment, {
    ...(language && { lang: language }),
    ...(theme && { theme }),
    embed: '1',
    ...(hide && { hide }),
    ...(locked && { lock: locked }),
  });
  const iframe = `<iframe src="${link.replaceAll('&', '&amp;')}" title="Chain Reaction" width="100%" height="${height}" loading="lazy"></iframe>`;
  const readers = { id: '', name: t(texts.readers) };
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
      <Segments<(typeof locks)[number]>
        legend={t(texts.lock)}
        segments={locks.map((id) => ({ id, label: t(texts[id]) }))}
        chosen={lock}
        onChoose={setLock}
      />
      {isSingle && (
        <SingleSettings
          access={access}
          onChange={(key, own) => setAccess({ ...access, [key]: own })}
        />
      )}
      <div className="leave-out">
        <Select
          label={t(texts.language)}
          options={[readers, ...languages.map((id) => ({ id, name: languageNames[id] }))]}
          chosen={language}
          onChoose={setLanguage}
        />
        <Select
          label={t(texts.theme)}
          options={[readers, ...themes.map((id) => ({ id, name: t(texts[id]) }))]}
          chosen={theme}
          onChoose={setTheme}
        />
        <label>
          {t(texts.height)}
          <input
            type="number"
            className="number-box"
            min={heights.least}
            max={heights.most}
            value={typed}
            onChange={({ currentTarget }) => type(currentTarget.value)}
            onBlur={() => type(String(height))}
          />
        </label>
      </div>
      <CopyText label={t(texts.iframe)} text={iframe} rows={4} />
      <CopyText label={t(texts.link)} text={link} rows={2} />
    </>
  );
}
