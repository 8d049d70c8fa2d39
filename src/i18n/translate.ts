import type { Localized } from '../base/localized';
import { usePreferences } from '../state/hooks';

/** What fills the `{name}` places of a text. */
export type Places = Readonly<Record<string, string | number>>;

/** Gives a text in the language of the page, its places filled. */
export type Translate = (text: Localized, places?: Places) => string;

/** The translation into the page's language; a component that uses it renders again when that changes. */
export function useTranslate(): Translate {
  const language = usePreferences((state) => state.language);
  return (text, places = {}) => fill(text[language], places);
}

/** Fills the `{name}` places of a text; an unknown place stays as it is. */
export function fill(text: string, places: Places): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(places, name) ? String(places[name]) : place,
  );
}
