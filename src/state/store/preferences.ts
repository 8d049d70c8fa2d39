import { createStore } from 'zustand/vanilla';
import { type Language, languages } from '../../base/localized';
import { readToggle } from '../../base/toggle';
import type { ReservedKey } from '../../experiment/link';

/** The looks of the page. */
export const themes = ['light', 'dark'] as const;

/** One of the looks of the page. */
export type Theme = (typeof themes)[number];

/** How a person wants to see the page, whatever the experiment. */
export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  /** How many of the hints of a first visit were passed. */
  readonly hintsPassed: number;
  /** Whether keys run, step, reset and pin. */
  readonly hasShortcuts: boolean;
  /** Whether the page is shown large, for a room. */
  readonly isProjected: boolean;
}

/** The hints of a first visit, in order: what is seen, what to press, what helps. */
export const hints = ['see', 'run', 'fix'] as const;

const storageKey = 'chain-reaction.preferences';

/** What a person chose, which is kept: nothing that only a link or the browser asked for. */
let chosen = stored();

/** A person's language and theme: as chosen, else as the browser says. */
export const preferences = createStore<Preferences>(() => ({
  language: browserLanguage(),
  theme: globalThis.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  hintsPassed: 0,
  hasShortcuts: true,
  isProjected: false,
  ...chosen,
}));

/** Changes preferences and keeps them for the next visit. */
export function prefer(change: Partial<Preferences>): void {
  preferences.setState(change);
  chosen = { ...chosen, ...change };
  try {
    localStorage.setItem(storageKey, JSON.stringify(chosen));
  } catch {
    // A browser without storage forgets the choice, and the page works all the same.
  }
}

/** Passes the hints up to one: what it speaks of was done. */
export function passHint(hint: (typeof hints)[number]): void {
  const hintsPassed = hints.indexOf(hint) + 1;
  if (preferences.getState().hintsPassed < hintsPassed) prefer({ hintsPassed });
}

/** Follows the language and the look that a link asks for, on this visit only. */
export function followLink(reserved: Readonly<Partial<Record<ReservedKey, string>>>): void {
  const { lang: language, theme, projector } = reserved;
  preferences.setState(known({ language, theme, isProjected: readToggle(projector) }));
}

function browserLanguage(): Language {
  return globalThis.navigator?.language?.startsWith('zh') ? 'zh-CN' : 'en';
}

function stored(): Partial<Preferences> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return typeof value === 'object' && value !== null ? known(value) : {};
  } catch {
    return {};
  }
}

function known(value: {
  language?: unknown;
  theme?: unknown;
  hintsPassed?: unknown;
  hasShortcuts?: unknown;
  isProjected?: unknown;
}): Partial<Preferences> {
  const language = languages.find((candidate) => candidate === value.language);
  const theme = themes.find((candidate) => candidate === value.theme);
  const { hintsPassed, hasShortcuts, isProjected } = value;
  return {
    ...(language && { language }),
    ...(theme && { theme }),
    ...(typeof hintsPassed === 'number' && { hintsPassed }),
    ...(typeof hasShortcuts === 'boolean' && { hasShortcuts }),
    ...(typeof isProjected === 'boolean' && { isProjected }),
  };
}
