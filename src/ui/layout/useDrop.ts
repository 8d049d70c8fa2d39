import { useEffect } from 'react';
import { openDropped } from '../../state/files/dropped';

/** Holds back files that are dropped anywhere, for which the browser would leave the page, and opens them where it is on. */
export function useDrop(isOn: boolean): void {
  useEffect(() => {
    const hold = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const take = (event: DragEvent) => {
      hold(event);
      if (isOn) void openDropped([...(event.dataTransfer?.files ?? [])]);
    };
    addEventListener('dragover', hold);
    addEventListener('drop', take);
    return () => {
      removeEventListener('dragover', hold);
      removeEventListener('drop', take);
    };
  }, [isOn]);
}
