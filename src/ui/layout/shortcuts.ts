import { pause, restart, trainOn } from '../../state/run/actions';
import { toggleReplay } from '../../state/run/replay';
import { pin } from '../../state/saved/pins';
import { app } from '../../state/store/app';

/** What the keys do while a run is on screen. */
export const shortcuts = {
  ' ': () => (app.getState().run.state === 'running' ? pause() : trainOn()),
  ArrowRight: () => trainOn(1),
  r: restart,
  b: pin,
  p: toggleReplay,
} as const satisfies Record<string, () => void>;

/** What takes keys for itself. */
const takesKeys =
  'input, select, textarea, [contenteditable], [role="application"], dialog, [popover]';

/** What Space and the arrows press or move. */
const isPressed = 'button, a, summary';

/** The shortcut that a key press means; null where it belongs to what has the focus, or to the browser. */
export function shortcutOf(event: KeyboardEvent): (() => void) | 'help' | null {
  const { key, target, ctrlKey, metaKey, altKey, repeat } = event;
  if (ctrlKey || metaKey || altKey || event.defaultPrevented) return null;
  const focused = target instanceof Element ? target : null;
  if (focused?.closest(takesKeys)) return null;
  if (key === '?') return 'help';
  if (key === ' ' && (repeat || focused?.closest(isPressed))) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  return Object.hasOwn(shortcuts, name) ? shortcuts[name as keyof typeof shortcuts] : null;
}
