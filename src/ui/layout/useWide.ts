import { useSyncExternalStore } from 'react';

const wide = matchMedia('(min-width: 900px)');

/** Whether the window has room for three columns. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (notify) => {
      wide.addEventListener('change', notify);
      return () => wide.removeEventListener('change', notify);
    },
    () => wide.matches,
  );
}
