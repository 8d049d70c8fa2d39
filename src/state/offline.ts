import { Workbox } from 'workbox-window';
import { createStore } from 'zustand/vanilla';

/** Whether a newer build waits to take over. */
export const offline = createStore<{ readonly isUpdateReady: boolean }>(() => ({
  isUpdateReady: false,
}));

let workbox: Workbox | null = null;

/**
 * Keeps the page for when there is no network. A newer build waits until the person reloads, so that no page mixes two.
 * Where the browser has no service worker, or refuses it, the page works all the same.
 */
export async function keepOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  workbox = new Workbox('./sw.js');
  workbox.addEventListener('waiting', () => offline.setState({ isUpdateReady: true }));
  await workbox.register().catch(() => undefined);
}

/** Lets the newer build take over and opens the page anew; the address keeps the experiment. */
export function update(): void {
  workbox?.addEventListener('controlling', () => location.reload());
  workbox?.messageSkipWaiting();
}
