import type { findingTexts } from './findingTexts';

/** What a log shows: a sentence with places for numbers, by its id, and whether it is bad. */
export interface LogFinding {
  readonly id: keyof typeof findingTexts;
  readonly places: Readonly<Record<string, number | string>>;
  readonly tone: 'bad' | 'warn' | 'good' | 'note';
}
