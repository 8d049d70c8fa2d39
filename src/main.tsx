import { onNextFrame } from './base/nextFrame';
import { offerInterface } from './state/page/earlyInterface';
import type { PageInterface } from './state/page/pageInterface';
import { followLink, type Preferences, preferences } from './state/store/preferences';
import './ui/theme.css';

/** Tells the document the language and theme of the page, before its first words are painted where that can be. */
function show({ language, theme }: Preferences): void {
  document.documentElement.lang = language;
  document.documentElement.dataset.theme = theme;
}

followLink(Object.fromEntries(new URLSearchParams(location.hash.slice(1))));
show(preferences.getState());
preferences.subscribe(show);
offerInterface(painted().then(begin));

/** React and the page each begin in a task of their own. */
async function begin(): Promise<PageInterface> {
  await import('react-dom/client');
  const { pageInterface } = await import('./start');
  return pageInterface;
}

/** Resolves once the first words of the page have been painted. */
function painted(): Promise<void> {
  return new Promise((resolve) => onNextFrame(() => setTimeout(resolve)));
}
