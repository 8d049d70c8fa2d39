import type { Localized } from '../../base/localized';
import type { Places } from '../../diagnosis/finding';
import { formatPlace } from '../../i18n/numbers';
import { useTranslate } from '../../i18n/translate';

/** Fills a finding's text in the page's language: numbers are written by what they are, names translated. */
export function useFill(): (text: Localized, places: Places) => string {
  const t = useTranslate();
  return (text, places) => {
    const filled = Object.entries(places).map(([name, value]): [string, string] => [
      name,
      typeof value === 'number'
        ? formatPlace(name, value)
        : typeof value === 'string'
          ? value
          : t(value),
    ]);
    return t(text, Object.fromEntries(filled));
  };
}
