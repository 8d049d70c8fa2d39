import { readToggle } from '../../base/toggle';
import { differences } from '../../experiment/change';
import type { ReservedKey } from '../../experiment/link';
import { type Experiment, isKey, type Key } from '../../experiment/schema';

/** The parts of the page that a link can leave out, beside any setting. */
export const parts = [
  'settings',
  'reading',
  'views',
  'transport',
  'status',
  'norms',
  'layers',
  'learning',
  'mechanism',
  'slider',
] as const;

/** A part of the page that a link can leave out. */
export type Part = (typeof parts)[number];

/** How a link wants the page to look: inside another page, without some parts, with settings locked. */
export interface Appearance {
  readonly isEmbedded: boolean;
  readonly hidden: ReadonlySet<Part | Key>;
  readonly locked: ReadonlySet<Key> | 'all';
}

/** The page as it is without a word in the link. */
export const plainAppearance: Appearance = {
  isEmbedded: false,
  hidden: new Set(),
  locked: new Set(),
};

/** A name in `hide`, `lock`, `scenario`, `lesson`, `claim`, `word`, `view` or `data` that nothing has. */
export interface UnknownName {
  readonly key: 'hide' | 'lock' | 'scenario' | 'lesson' | 'claim' | 'word' | 'view' | 'data';
  readonly asked: string;
  readonly problem: { readonly kind: 'unknownName' };
}

/** A switch of the page that a link sets to something that is neither on nor off. */
export interface UnclearSwitch {
  readonly key: (typeof switches)[number];
  readonly asked: string;
  readonly problem: { readonly kind: 'unclearSwitch' };
}

const switches = ['embed', 'projector'] as const satisfies readonly ReservedKey[];

/**
 * Reads `embed=on`, `hide=part,setting,…` and `lock=setting,…` or `lock=all`; reports unknown names, and switches that are
 * neither on nor off.
 */
export function appearanceOf(reserved: Readonly<Partial<Record<ReservedKey, string>>>): {
  readonly appearance: Appearance;
  readonly problems: readonly (UnknownName | UnclearSwitch)[];
} {
  const hide = namesIn(reserved.hide);
  const lock = namesIn(reserved.lock);
  const isAll = lock.includes('all');
  const unclear = switches.flatMap((key): readonly UnclearSwitch[] => {
    const asked = reserved[key];
    const isClear = asked === undefined || readToggle(asked) !== null;
    return isClear ? [] : [{ key, asked, problem: { kind: 'unclearSwitch' } }];
  });
  const unknown = (key: UnknownName['key'], asked: string): UnknownName => ({
    key,
    asked,
    problem: { kind: 'unknownName' },
  });
  return {
    appearance: {
      isEmbedded: readToggle(reserved.embed) ?? false,
      hidden: new Set(hide.filter(isHideable)),
      locked: isAll ? 'all' : new Set(lock.filter(isKey)),
    },
    problems: [
      ...unclear,
      ...hide.filter((name) => !isHideable(name)).map((name) => unknown('hide', name)),
      ...lock.filter((name) => name !== 'all' && !isKey(name)).map((name) => unknown('lock', name)),
    ],
  };
}

/** Whether a setting is locked: shown, but not to be changed in the page. */
export function isLocked({ locked }: Appearance, setting: string): boolean {
  return locked === 'all' || (isKey(setting) && locked.has(setting));
}

/** Whether a locked setting stands in the way from one experiment to another. */
export function isLockedOut(appearance: Appearance, from: Experiment, to: Experiment): boolean {
  return differences(from, to).some(({ key }) => isLocked(appearance, key));
}

function namesIn(text = ''): readonly string[] {
  return [...new Set(text.split(',').map((name) => name.trim()))].filter((name) => name !== '');
}

function isHideable(name: string): name is Part | Key {
  return isKey(name) || (parts as readonly string[]).includes(name);
}
