import type { Localized } from '../base/localized';
import { usePreferences } from '../state/hooks';
import { formatCount } from './numbers';

/** What fills the places of a text; a number is a step or a count, and what was measured comes as it is written. */
export type Places = Readonly<Record<string, string | number>>;

/** Gives a text in the language of the page, its places filled. */
export type Translate = (text: Localized, places?: Places) => string;

/** The translation into the page's language; a component that uses it renders again when that changes. */
export function useTranslate(): Translate {
  const language = usePreferences((state) => state.language);
  return (text, places = {}) => fill(text[language], places);
}

/**
 * Fills the places of a text: `{count}`, and the word that goes with it, `{count|layer|layers}`, the first where the count
 * is 1. An unknown place stays as it is.
 */
export function fill(text: string, places: Places): string {
  return text.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g,
    (place, name: string, one?: string, other?: string) => {
      const value = Object.hasOwn(places, name) ? places[name] : undefined;
      if (value === undefined) return place;
      const written = typeof value === 'number' ? formatCount(value) : value;
      return (written === '1' ? one : other) ?? written;
    },
  );
}

const comma: Localized = { en: ', ', 'zh-CN': '、' };

/** Writes a list as the language of the page does. */
export function list(parts: readonly string[], t: Translate): string {
  return parts.join(t(comma));
}
