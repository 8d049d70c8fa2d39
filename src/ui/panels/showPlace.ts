import type { Place } from '../../learn/lesson';
import { inspect } from '../../state/run/actions';

/** Scrolls a panel of the page into view; a layer looked at closely makes room for it. */
export function showPlace(place: Place): void {
  if (place === 'learning' || place === 'mechanism') inspect(null);
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  requestAnimationFrame(() => {
    document
      .querySelector(`[data-place="${place}"]`)
      ?.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' });
  });
}
