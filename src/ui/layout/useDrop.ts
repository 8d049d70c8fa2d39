import { useEffect } from 'react';
import { openDropped } from '../../state/dropped';

/** Opens files that are dropped anywhere on the page; the browser would leave the page for them. */
export function useDrop(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const hold = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const take = (event: DragEvent) => {
      hold(event);
      void openDropped([...(event.dataTransfer?.files ?? [])]);
    };
    addEventListener('dragover', hold);
    addEventListener('drop', take);
    return () => {
      removeEventListener('dragover', hold);
      removeEventListener('drop', take);
    };
  }, [isOn]);
}
