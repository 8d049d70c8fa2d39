import type { Localized } from './localized';
import { isPlainNumber } from './plainNumber';
import { readToggle } from './toggle';

/**
 * What changing a field does to a run: `restart` rebuilds it from the same seed, `live` takes
 * effect from the next step on, `view` leaves it alone.
 */
export type Change = 'restart' | 'live' | 'view';

interface Described {
  readonly label: Localized;
  readonly help?: Localized;
  /** The id of the word of the glossary that explains it, where `learn/glossary/labels` does not find it. */
  readonly glossary?: string;
  readonly change: Change;
}

/** A finite number between `min` and `max`, both included. */
export interface NumberField extends Described {
  readonly kind: 'number';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** How a slider spreads the range; a `ladder` steps 1–3–10. Free entry is always possible. */
  readonly scale: 'linear' | 'log' | 'ladder';
  readonly integer?: boolean;
  /** The slider's step on a linear scale. */
  readonly step?: number;
  /** A value with a word of its own, such as `full` for 0: `text` in links, the label everywhere else. */
  readonly word?: { readonly text: string; readonly value: number; readonly label: Localized };
}

/** An option of a choice: what a person picks, by id. */
export interface Option<Id extends string = string> {
  readonly id: Id;
  readonly name: Localized;
  readonly summary?: Localized;
}

/** One of a list of options, by id. */
export interface ChoiceField<Id extends string = string> extends Described {
  readonly kind: 'choice';
  readonly default: Id;
  readonly options: readonly Option<Id>[];
}

/** On or off. */
export interface ToggleField extends Described {
  readonly kind: 'toggle';
  readonly default: boolean;
}

/** Any field; its kind decides the control that edits it and the way a link writes it. */
export type Field = NumberField | ChoiceField | ToggleField;

/** The fields of one thing, by key. */
export type Fields = Readonly<Record<string, Field>>;

/** The type of a field's value. */
export type Value<F> = F extends NumberField
  ? number
  : F extends ToggleField
    ? boolean
    : F extends ChoiceField<infer Id>
      ? Id
      : never;

/** The values of a set of fields. */
export type Values<F> = { readonly [Key in keyof F]: Value<F[Key]> };

/** Why a text or value was not taken as it stands. */
export type Problem =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'unknownOption' }
  | { readonly kind: 'clamped'; readonly limit: number }
  | { readonly kind: 'rounded' };

/** A legal value, and what had to be changed to make it legal. */
export interface Checked<V> {
  readonly value: V;
  readonly problem?: Problem;
}

/** Makes any value legal for a field: numbers are rounded and clamped, the rest falls back to the default. */
export function check<F extends Field>(field: F, value: unknown): Checked<Value<F>>;
export function check(field: Field, value: unknown): Checked<number | boolean | string> {
  if (field.kind === 'number') return checkNumber(field, value);
  if (field.kind === 'toggle') {
    const isOn = readToggle(value);
    return isOn === null ? refuse(field.default, 'unreadable') : { value: isOn };
  }
  const known = field.options.some((option) => option.id === value);
  return known ? { value: value as string } : refuse(field.default, 'unknownOption');
}

/** Reads a field's value from text as links and number boxes write it. */
export function parse<F extends Field>(field: F, text: string): Checked<Value<F>>;
export function parse(field: Field, text: string): Checked<number | boolean | string> {
  if (field.kind !== 'number') return check(field, text);
  if (field.word?.text === text) return { value: field.word.value };
  return isPlainNumber(text.trim())
    ? checkNumber(field, Number(text))
    : refuse(field.default, 'unreadable');
}

/** A number as a person reads and types it: the value with a word by that word. */
export function written(field: NumberField, value: number): Localized {
  if (field.word?.value === value) return field.word.label;
  return { en: String(value), 'zh-CN': String(value) };
}

/** Writes a value as `parse` reads it: numbers in plain form, toggles as on and off. */
export function format<F extends Field>(field: F, value: Value<F>): string;
export function format(field: Field, value: number | boolean | string): string {
  if (field.kind === 'toggle') return value ? 'on' : 'off';
  if (field.kind === 'number' && field.word?.value === value) return field.word.text;
  return String(value);
}

function checkNumber(field: NumberField, value: unknown): Checked<number> {
  if (typeof value !== 'number' || Number.isNaN(value)) return refuse(field.default, 'unreadable');
  if (field.word?.value === value) return { value };
  const limited = Math.min(field.max, Math.max(field.min, value));
  if (limited !== value) return { value: limited, problem: { kind: 'clamped', limit: limited } };
  const whole = Math.round(value);
  if (field.integer && whole !== value) return { value: whole, problem: { kind: 'rounded' } };
  return { value: Object.is(value, -0) ? 0 : value };
}

function refuse<V>(value: V, kind: 'unreadable' | 'unknownOption'): Checked<V> {
  return { value, problem: { kind } };
}
