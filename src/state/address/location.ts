import { shallow } from 'zustand/shallow';
import { decodeLink, encodeLink, type Link } from '../../experiment/link';
import type { Experiment } from '../../experiment/schema';
import { encodeMap } from '../../study/map/code';
import type { MapPlan } from '../../study/map/plan';
import { open, restart, show } from '../run/actions';
import { type App, app } from '../store/app';
import { appearanceOf } from '../store/appearance';
import { expectFile, fileOf, withData } from '../store/ownData';
import { followLink } from '../store/preferences';
import type { PageProblem } from '../store/problems';
import { maps, openMap } from '../studies/maps';
import { firstExperiment } from './firstExperiment';
import { learningShown, openLearning } from './learningInLink';
import { openView, viewShown } from './viewInLink';

/** Browsers refuse an address that is rewritten more often: milliseconds between two writes. */
const writeInterval = 400;

/** The words of a link that say what is on the page. */
const contents: ReadonlySet<string> = new Set([
  'scenario',
  'lesson',
  'claim',
  'word',
  'map',
  'data',
  'view',
]);

let reserved: Link['reserved'] = {};
let waiting: ReturnType<typeof setTimeout> | undefined;
let isReading = false;

/** The hash that was last read or written; while the address has another one, that is about to be read. */
let known = '';

/** The part of the page's state that the address tells. */
const addressed = ({ experiment, view, learnPart, scenario, lesson, claim, word }: App) => ({
  ...{ experiment, view, learnPart, scenario, lesson, claim, word },
});

/**
 * Opens the experiment in the address, or where there is none the first one, then keeps the two the same in both directions. A
 * view is a place of its own in the browser's history.
 */
export function followAddress(): void {
  app.subscribe((state, before) => {
    if (state.view !== before.view && !isReading) {
      pushAddress(before);
      return;
    }
    if (!shallow(addressed(state), addressed(before))) writeSoon();
  });
  maps.subscribe(({ setup }, before) => {
    if (setup !== before.setup) writeSoon();
  });
  const isAsked = location.hash.length > 1;
  const { experiment: linked, problems } = read();
  const asked = isAsked ? linked : { ...firstExperiment, backend: linked.backend };
  const { experiment, missing } = withData(asked);
  app.setState({ experiment, problems: [...problems, ...missing] });
  write();
  restart();
  addEventListener('hashchange', () => {
    const link = read();
    show(link.experiment, link.problems);
  });
}

/** The address that shows the experiment on screen, and the map that is set up where one is looked at. */
export function shareLink(): string {
  return addressShowing(app.getState());
}

function addressShowing(state: App): string {
  const { experiment, view } = state;
  if (view === 'map') return mapLink({ experiment, ...maps.getState().setup });
  const shown = { ...learningShown(state), ...viewShown(state), ...fileOf(experiment) };
  return addressOf(encodeLink(experiment, { ...reserved, ...shown }));
}

/** The address that opens a map. */
export function mapLink(plan: MapPlan): string {
  return addressOf(
    encodeLink(plan.experiment, { ...reserved, map: encodeMap(plan), ...fileOf(plan.experiment) }),
  );
}

function addressOf(link: string): string {
  return `${location.origin}${location.pathname}${location.search}#${link}`;
}

/** The address of the page with an experiment, looking as `appearance` says, for another page to show. */
export function embedLink(experiment: Experiment, appearance: Link['reserved']): string {
  return `${location.origin}${location.pathname}#${encodeLink(experiment, { ...appearance, ...fileOf(experiment) })}`;
}

/** The address of the whole page with the experiment on screen, whatever a link left out. */
export function wholePageLink(): string {
  const { lang, theme } = reserved;
  const kept = { ...(lang && { lang }), ...(theme && { theme }) };
  const { experiment } = app.getState();
  const link = encodeLink(experiment, { ...kept, ...fileOf(experiment) });
  return `${location.origin}${location.pathname}#${link}`;
}

function read(): Asked {
  isReading = true;
  try {
    return readAddress();
  } finally {
    isReading = false;
  }
}

interface Asked {
  readonly experiment: Experiment;
  readonly problems: readonly PageProblem[];
}

function readAddress(): Asked {
  clearTimeout(waiting);
  waiting = undefined;
  known = location.hash;
  const link = decodeLink(known);
  const { map, data, view } = link.reserved;
  const isFileKnown = expectFile(data);
  reserved = looksIn(link.reserved);
  followLink(reserved);
  const { appearance, problems } = appearanceOf(reserved);
  app.setState({ appearance });
  open('training');
  const learning = openLearning(link.reserved, link.experiment);
  const { experiment } = learning;
  const mapProblems = map === undefined ? [] : openMap(map, experiment);
  const unknown = (key: 'data' | 'view', asked = ''): PageProblem => ({
    ...{ key, asked, problem: { kind: 'unknownName' } },
  });
  const isViewKnown = view === undefined || openView(view);
  return {
    experiment,
    problems: [
      ...[...link.problems, ...problems, ...mapProblems, ...learning.problems],
      ...(isFileKnown ? [] : [unknown('data', data)]),
      ...(isViewKnown ? [] : [unknown('view', view)]),
    ],
  };
}

/** What a link says of how the page looks, which stays while what is on it changes. */
function looksIn(words: Link['reserved']): Link['reserved'] {
  return Object.fromEntries(Object.entries(words).filter(([word]) => !contents.has(word)));
}

/** Makes a place of its own in the browser's history; the one before stays as it was left. */
function pushAddress(before: App): void {
  if (waiting !== undefined) replaceAddress(addressShowing(before));
  clearTimeout(waiting);
  waiting = undefined;
  history.pushState(null, '', shareLink());
  known = location.hash;
}

function writeSoon(): void {
  waiting ??= setTimeout(write, writeInterval);
}

function write(): void {
  waiting = undefined;
  replaceAddress(shareLink());
}

/** A place that the browser has gone to since is left as it is. */
function replaceAddress(address: string): void {
  if (location.hash !== known) return;
  history.replaceState(history.state, '', address);
  known = location.hash;
}
