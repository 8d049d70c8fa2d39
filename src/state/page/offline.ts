import { Workbox } from 'workbox-window';
import { createStore } from 'zustand/vanilla';

/** Why the page had better be opened anew: a newer build waits to take over, or a part of this one did not come. */
export const offline = createStore<{ readonly reload: 'newer' | 'missing' | null }>(() => ({
  reload: null,
}));

let workbox: Workbox | null = null;

/**
 * Keeps the page for when there is no network. A newer build waits until the person reloads, so that no page mixes two.
 * Where the browser has no service worker, or refuses it, the page works all the same.
 */
export async function keepOffline(): Promise<void> {
  addEventListener('vite:preloadError', () => offline.setState({ reload: 'missing' }));
  if (!('serviceWorker' in navigator)) return;
  workbox = new Workbox('./sw.js');
  workbox.addEventListener('waiting', () => offline.setState({ reload: 'newer' }));
  await workbox.register().catch(() => undefined);
}

/** Opens the page anew, a newer build where one waits; the address keeps the experiment. */
export function update(): void {
  if (offline.getState().reload !== 'newer') location.reload();
  workbox?.addEventListener('controlling', () => location.reload());
  workbox?.messageSkipWaiting();
}
