import { onNextFrame } from './base/nextFrame';
import { followLink, type Preferences, preferences } from './state/preferences';
import './ui/theme.css';

/** Tells the document the language and theme of the page, before its first words are painted where that can be. */
function show({ language, theme }: Preferences): void {
  document.documentElement.lang = language;
  document.documentElement.dataset.theme = theme;
}

followLink(Object.fromEntries(new URLSearchParams(location.hash.slice(1))));
show(preferences.getState());
preferences.subscribe(show);
onNextFrame(() => setTimeout(begin));

/** React and the page each begin in a task of their own. */
async function begin(): Promise<void> {
  await import('react-dom/client');
  await import('./start');
}
