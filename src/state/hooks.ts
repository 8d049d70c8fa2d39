import { useStore } from 'zustand';
import { type App, app } from './app';
import { type Preferences, preferences } from './preferences';

/** Reads a part of the page's state, and renders again when it changes. */
export function useApp<T>(select: (state: App) => T): T {
  return useStore(app, select);
}

/** Reads a part of a person's preferences, and renders again when it changes. */
export function usePreferences<T>(select: (state: Preferences) => T): T {
  return useStore(preferences, select);
}
