import type { Link } from '../../experiment/link';
import { open, openPart } from '../run/actions';
import { type App, learnParts, views } from '../store/app';

/** What a link can show by name: every view but the one that a link shows anyway, and the parts of the one to learn in. */
export const viewNames = [...views.filter((view) => view !== 'training'), ...learnParts] as const;

/** The view on screen as a link names it; what brings its view with it, a map, a claim or a word, needs no other name. */
export function viewShown({ view, learnPart, claim, word }: App): Link['reserved'] {
  if (view === 'training' || view === 'map') return {};
  if (view !== 'learn') return { view };
  return claim || word ? {} : { view: learnPart };
}

/** Opens what a link names; false where there is nothing of that name. */
export function openView(name: string): boolean {
  const view = views.find((one) => one === name);
  const part = learnParts.find((one) => one === name);
  if (part) openPart(part);
  if (view || part) open(view ?? 'learn');
  return Boolean(view ?? part);
}
