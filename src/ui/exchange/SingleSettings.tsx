import { isRelevant } from '../../experiment/relevance';
import { fieldOf, type Key, keys } from '../../experiment/schema';
import { exchangeTexts as texts } from '../../i18n/exchange';
import { useTranslate } from '../../i18n/translate';
import { useApp } from '../../state/hooks';
import { Select } from './Select';

const accesses = ['free', 'locked', 'hidden'] as const;

/** What an embedded page lets be done with a setting. */
export type Access = (typeof accesses)[number];

interface SingleSettingsProps {
  /** What was chosen; every other setting is free. */
  readonly access: Readonly<Partial<Record<Key, Access>>>;
  onChange(key: Key, access: Access): void;
}

/** Every setting that has an effect now: free, locked or left out. */
export function SingleSettings({ access, onChange }: SingleSettingsProps) {
  const t = useTranslate();
  const experiment = useApp((state) => state.experiment);
  const options = accesses.map((id) => ({ id, name: t(texts[id]) }));
  return (
    <fieldset className="leave-out single-settings">
      <legend>{t(texts.singles)}</legend>
      {keys
        .filter((key) => isRelevant(experiment, key))
        .map((key) => (
          <Select
            key={key}
            label={t(fieldOf(key).label)}
            options={options}
            chosen={access[key] ?? 'free'}
            onChoose={(chosen) => onChange(key, chosen)}
          />
        ))}
    </fieldset>
  );
}
