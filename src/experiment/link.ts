import { format, type Problem, parse } from '../base/field';
import { amend, type Refusal } from './legality';
import { defaultExperiment, type Experiment, fieldOf, isKey, type Key, keys } from './schema';

/** Settings that a link may hold beside the experiment; they are about the page that shows it. */
export const reservedKeys = [
  'lang',
  'theme',
  'projector',
  'embed',
  'hide',
  'lock',
  'scenario',
  'lesson',
  'claim',
  'word',
  'map',
  'data',
  'view',
] as const;

/** A key that a link may hold beside the experiment. */
export type ReservedKey = (typeof reservedKeys)[number];

/** The version of the link's meaning: its keys and their defaults. */
export const linkVersion = 1;

/** The longest link that is read, in characters. */
export const linkLimit = 4096;

/** A part of a link that was not understood. */
export type LinkProblem =
  | Refusal
  | { readonly key: string; readonly asked: string; readonly problem: { readonly kind: 'version' } }
  | {
      readonly key: 'map';
      readonly asked: string;
      readonly problem: { readonly kind: 'mapUnreadable' | 'mapLimited' };
    }
  | { readonly problem: { readonly kind: 'tooLong' } };

/** What a link says: always a legal experiment, with everything that could not be taken. */
export interface Link {
  readonly experiment: Experiment;
  readonly reserved: Readonly<Partial<Record<ReservedKey, string>>>;
  readonly problems: readonly LinkProblem[];
}

/** Writes an experiment as `v=1&key=value…`: the seed, and what differs from the default. */
export function encodeLink(experiment: Experiment, reserved: Link['reserved'] = {}): string {
  const settings = keys
    .filter((key) => key === 'seed' || experiment[key] !== defaultExperiment[key])
    .map((key): [string, string] => [key, format(fieldOf(key), experiment[key])]);
  const parameters = new URLSearchParams([['v', String(linkVersion)], ...settings]);
  for (const key of reservedKeys) {
    const value = reserved[key];
    if (value !== undefined) parameters.set(key, value);
  }
  return parameters.toString();
}

/** Reads any text as a link. Never throws: the legal parts load, the rest is reported. */
export function decodeLink(text: string): Link {
  if (text.length > linkLimit) {
    return {
      experiment: defaultExperiment,
      reserved: {},
      problems: [{ problem: { kind: 'tooLong' } }],
    };
  }
  const problems: LinkProblem[] = [];
  const settings: Partial<Record<Key, unknown>> = {};
  const reserved: Partial<Record<ReservedKey, string>> = {};
  for (const [key, value] of new URLSearchParams(text.replace(/^#/, ''))) {
    if (isKey(key)) {
      const { value: read, problem } = parse(fieldOf(key), value);
      if (problem) problems.push({ key, asked: value, taken: read as Experiment[Key], problem });
      if (!problem || isAdjusted(problem)) settings[key] = read;
    } else if (isReserved(key)) {
      reserved[key] = value;
    } else if (key !== 'v') {
      problems.push({ key, problem: { kind: 'unknownKey' } });
    } else if (value !== String(linkVersion)) {
      problems.push({ key, asked: value, problem: { kind: 'version' } });
    }
  }
  const { experiment, refusals } = amend(defaultExperiment, settings);
  return { experiment, reserved, problems: [...problems, ...refusals] };
}

function isAdjusted(problem: Problem): boolean {
  return problem.kind === 'clamped' || problem.kind === 'rounded';
}

function isReserved(key: string): key is ReservedKey {
  return (reservedKeys as readonly string[]).includes(key);
}
