import { decodeLink, encodeLink, type Link } from '../experiment/link';
import type { Experiment } from '../experiment/schema';
import { restart, show } from './actions';
import { app, type PageProblem } from './app';
import { appearanceOf } from './appearance';
import { followLink } from './preferences';

/** Browsers refuse an address that is rewritten more often: milliseconds between two writes. */
const writeInterval = 400;

let reserved: Link['reserved'] = {};
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Opens the experiment in the address, then keeps the two the same in both directions. */
export function followAddress(): void {
  app.subscribe((state, before) => {
    if (state.experiment !== before.experiment) waiting ??= setTimeout(write, writeInterval);
  });
  const { experiment, problems } = read();
  app.setState({ experiment, problems });
  write();
  restart();
  addEventListener('hashchange', () => {
    const link = read();
    show(link.experiment, link.problems);
  });
}

/** The address that shows the experiment on screen. */
export function shareLink(): string {
  const link = encodeLink(app.getState().experiment, reserved);
  return `${location.origin}${location.pathname}${location.search}#${link}`;
}

/** The address of the whole page with the experiment on screen, whatever a link left out. */
export function wholePageLink(): string {
  const { lang, theme } = reserved;
  const kept = { ...(lang && { lang }), ...(theme && { theme }) };
  const link = encodeLink(app.getState().experiment, kept);
  return `${location.origin}${location.pathname}#${link}`;
}

function read(): { readonly experiment: Experiment; readonly problems: readonly PageProblem[] } {
  clearTimeout(waiting);
  waiting = undefined;
  const link = decodeLink(location.hash);
  reserved = link.reserved;
  followLink(reserved);
  const { appearance, problems } = appearanceOf(reserved);
  app.setState({ appearance });
  return { ...link, problems: [...link.problems, ...problems] };
}

function write(): void {
  waiting = undefined;
  history.replaceState(history.state, '', shareLink());
}
